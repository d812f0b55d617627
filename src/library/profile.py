"""Profiling by function is not available: `taipan time FILE` says where the time goes."""

raise ImportError("profile is not available: `taipan time FILE` and `taipan --stats FILE` say where the time goes")
