"""time.strptime."""
import time

for text, form in (("2023-05-06 07:08:09", "%Y-%m-%d %H:%M:%S"), ("Sat May  6 07:08:09 2023", "%a %b %d %H:%M:%S %Y"), ("1/2/99", "%d/%m/%y"), ("11 PM", "%I %p")):
    moment = time.strptime(text, form)
    print(tuple(moment), moment.tm_year, moment.tm_yday, time.strftime("%Y-%m-%d", moment))
print(tuple(time.strptime("Sat May  6 07:08:09 2023")))
for call in (lambda: time.strptime("x", "%Y"), lambda: time.strptime("2023 x", "%Y"), lambda: time.strptime(5, "%Y"), lambda: time.strptime("5", 5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
