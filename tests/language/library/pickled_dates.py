# Dates and times lie in pickles as bytes, as CPython has them, so that either reads what the other has written.
import copy
import datetime
import pickle

east = datetime.timezone(datetime.timedelta(hours=2), "E")
values = [
    datetime.date(2020, 1, 2), datetime.date(1, 1, 1), datetime.date(9999, 12, 31), datetime.time(), datetime.time(23, 59, 58, 999999),
    datetime.time(1, 2, fold=1), datetime.time(1, tzinfo=east), datetime.datetime(2020, 2, 29, 3, 4, 5, 678901), datetime.datetime(1, 1, 1),
    datetime.datetime(2020, 2, 3, fold=1), datetime.datetime(2020, 2, 3, tzinfo=east), datetime.datetime(2020, 2, 3, tzinfo=datetime.timezone.utc),
    datetime.timedelta(1, 2, 3), east,
]
for value in values:
    for protocol in range(6):
        data = pickle.dumps(value, protocol)
        again = pickle.loads(data)
        shown = data if protocol < 4 or type(value) is not datetime.datetime else ""
        print(protocol, shown, again == value, getattr(again, "fold", None), repr(again))
    print(value.__reduce__(), copy.copy(value) == value, copy.deepcopy([value]) == [value])
print(datetime.date(b"\x07\xe4\x01\x02"), datetime.time(b"\x81\x02\x03\0\0\x04").fold, datetime.datetime(b"\x07\xe4\x81\x02\1\2\3\0\0\4", east))
for make in (
    lambda: datetime.date(b"\x07\xe4\x0d\x02"), lambda: datetime.date("2020"), lambda: datetime.time(b"\x18\0\0\0\0\0"), lambda: datetime.time("abc"),
    lambda: datetime.datetime(b"1234567890"), lambda: datetime.datetime(b"\x07\xe4\x01"),
):
    try:
        print(make())
    except TypeError as error:
        print(error)
