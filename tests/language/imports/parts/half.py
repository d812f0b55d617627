import half
try:
    half.later
except AttributeError as error:
    print(error)
later = 1
