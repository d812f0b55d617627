print("before")
something_very_far_away
