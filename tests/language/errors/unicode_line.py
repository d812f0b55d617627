größe = "é" * 3; print(größe + 漢字)
