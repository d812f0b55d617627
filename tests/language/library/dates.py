import datetime as m
from datetime import *
import random, copy
def t(f, *a, **k):
    try: print('ok', repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
for a in [(2020,1,1),(2020,13,1),(2020,2,30),(0,1,1),(10000,1,1),('a',1,1),(2020,1.0,1),(2020,)]: t(date,*a)
for a in [(2020,1,1,24),(2020,1,1,0,60),(2020,1,1,1,1,60),(2020,1,1,1,1,1,10**6),(2020,1,1,1,2,3,4),(2020,1,1,1,2,3),(2020,1,1)]: t(datetime,*a)
t(datetime,2020,1,1,tzinfo=3); t(datetime,2020,1,1,fold=2); t(time,25); t(time,1,2,3,4); t(time,1,2); t(time,1,tzinfo=timezone.utc); t(time); t(time, fold=1)
d=date(2024,2,29); print(d, repr(d), d+timedelta(1), d-timedelta(days=60), d-date(2023,1,1), d.weekday(), d.isoweekday(), d.isocalendar(), tuple(d.isocalendar()), d.timetuple(), d.toordinal(), d.replace(year=2020), d.ctime(), d.strftime('%d/%m/%y %A %j %U %W %V %G %u %w %%'), f'{d:%Y}', f'{d}', d<date(2025,1,1), d==date(2024,2,29), hash(d)==hash(date(2024,2,29)), date.min, date.max, date.fromordinal(738000), date.fromisoformat('2021-03-04'), date.fromisocalendar(2021,53,1) if 0 else '', d.isoformat(), date.resolution); t(lambda: d<5); t(lambda: d<datetime(2020,1,1)); t(lambda: d+5); t(lambda: d-5); t(lambda: date.max+timedelta(1)); t(lambda: d==datetime(2024,2,29)); t(lambda: 5-d); t(d.replace, month=13)
for s in ['2021-03-04','20210304','2021-W01-1','2021W011','2021-W01','2021-3-4','x','2021-02-30','2020-W53-7','2021-W53-1','2021-0304','']: t(date.fromisoformat,s)
for s in ['2021-03-04T05:06:07','2021-03-04 05:06','2021-03-04T05','20210304T050607','2021-03-04T05:06:07.123','2021-03-04T05:06:07.123456+02:00','2021-03-04T05:06:07Z','2021-03-04T05:06:07-05:30:15.5','2021-03-04','2021-03-04T','2021-03-04T25:00','2021-W01-1T10','2021W0110','nope','2021-03-04T05:06:7','2021-03-04T05:06:07,5','2021-03-04T05:06:07+0200','2021-03-04T05:06:07.1234567']: t(datetime.fromisoformat,s)
for s in ['05:06:07','T05:06','05','0506','05:06:07.5','05:06+01:00','5:6','24:00','','05:06:07+00:00']: t(time.fromisoformat,s)
td=timedelta
for a in [dict(days=1,hours=25),dict(seconds=-1),dict(weeks=2,microseconds=5),dict(milliseconds=1.5),dict(days=0.1),dict(seconds=1e-7),dict(microseconds=0.5),dict(microseconds=1.5),dict(days='x'),dict(days=10**9),dict(hours=1.25,minutes=-3.3),{},dict(days=-1,seconds=1), dict(days=10**20), dict(seconds=0.1,microseconds=0.5), dict(days=float('nan'))]: t(td,**a); 
x=td(days=3,hours=4,microseconds=77); y=td(minutes=17)
for e in (x,y,-x,td(0),td(-1),td(1,1),td(5)): print(e, repr(e), e.total_seconds(), e.days, e.seconds, e.microseconds, bool(e), abs(e))
print(x+y,x-y,x*3,3*x,x*1.5,x/2,x//2,x/y,x//y,x%y,divmod(x,y),x/1.7,x==y,x<y,x>=y,hash(x)==hash(td(days=3,hours=4,microseconds=77)),max(x,y),sum([x,y],td()),sorted([x,y]),td.max,td.min,td.resolution,-td(1)//7,td(microseconds=3)/2,td(microseconds=5)/2); t(lambda: x+1); t(lambda: x<1); t(lambda: x*x); t(lambda: x/0); t(lambda: x//td(0)); t(lambda: td.max+td(1)); t(lambda: 1/x); t(lambda: x=='a')
n=datetime(2024,2,29,13,5,9,123456); u=n.replace(tzinfo=timezone.utc); e=n.replace(tzinfo=timezone(td(hours=-5),'EST'))
for v in (n,u,e): print(v, repr(v), v.isoformat(), v.isoformat(' ','minutes'), v.isoformat(timespec='milliseconds'), v.date(), v.time(), v.timetz(), v.tzinfo, v.utcoffset(), v.tzname(), v.dst(), v.timetuple(), v.utctimetuple(), v.ctime(), v.strftime('%Y-%m-%d %H:%M:%S.%f %z %Z %p %I %a %b %B %c %x %X %y'), v+td(hours=30), v-td(1), v.weekday(), v.isocalendar())
for s,f in [('2021-03-04','%Y-%m-%d'),('04/03/21 05:06','%d/%m/%y %H:%M'),('Mar 4 2021 5:06PM','%b %d %Y %I:%M%p'),('2021-03-04T05:06:07.125+0200','%Y-%m-%dT%H:%M:%S.%f%z'),('x','%Y'),('2021','%Y-%m'),('2021-13','%Y-%m'),('2021-02-30','%Y-%m-%d'),('2021 x','%Y'),('Thursday March 04','%A %B %d'),('2021 063','%Y %j'),('2021 10 4','%Y %W %w'),('12 AM','%I %p'),('%5','%%%d'),('5','%Q'),('5','%'),('2020-W53-5','%G-W%V-%u'),('1','%d'),('29 Feb','%d %b'),('69','%y'),('68','%y'),('12:30:61','%H:%M:%S'),('+01:30','%z'),('Z','%z'),('UTC','%Z'),('20210304','%Y%m%d'),('2021-1-5','%Y-%m-%d'),(' 2021',' %Y'),('Tue Jan  5 01:02:03 2021','%c'),('01/05/21','%x')]: t(datetime.strptime,s,f)
t(datetime.strptime, 3, '%Y')
tz=timezone(td(hours=5,minutes=30)); print(tz, repr(tz), tz.utcoffset(None), tz.tzname(None), timezone.utc, repr(timezone.utc), timezone(td(0)) is timezone.utc, timezone(td(0),'X'), repr(timezone(td(hours=-1),'Y')), tz==timezone(td(minutes=330)), timezone.min, timezone.max, m.UTC); t(timezone,td(1)); t(timezone,5); t(timezone, td(hours=1), 5)
a=time(10,30,15,5,tzinfo=timezone.utc); b=time(5,30,15,5,tzinfo=timezone(td(hours=-5))); print(a,repr(a),a==b,a<b,hash(a)==hash(b),a.isoformat('minutes'),a.replace(hour=3),a.strftime('%H:%M %f %z'),a.utcoffset(),time(1)<time(2),time(1)==time(1),bool(time(0)), f'{a:%M}', time.min, time.max, time.resolution); t(lambda: a<time(1)); t(lambda: a==time(1)); t(lambda: time(1)<3); t(lambda: time(1)+td(1))
class D(datetime):
    def hi(self): return self.year
print(repr(D(2020,1,2)), D(2020,1,2).hi(), type(D(2020,1,1)+td(1)), repr(D(2020,1,1)-td(1)), D.strptime('2020','%Y'), copy.copy(n)==n, copy.deepcopy(u)==u)
class Z(tzinfo):
    def utcoffset(s,dt): return td(hours=1)+s.dst(dt)
    def dst(s,dt): return td(hours=1) if dt.month in (6,7,8) else td(0)
    def tzname(s,dt): return 'ZZ'
z=datetime(2020,7,1,12,tzinfo=Z()); print(z, z.tzname(), z.dst(), z.astimezone(timezone.utc), datetime(2020,1,1,12,tzinfo=timezone.utc).astimezone(Z()), datetime(2020,7,1,12,tzinfo=timezone.utc).astimezone(Z()), z.timetuple().tm_isdst); t(tzinfo().utcoffset, None)
random.seed(2)
for _ in range(30):
    o=random.randrange(1,date.max.toordinal()+1); dd=date.fromordinal(o); assert dd.toordinal()==o; print(dd, tuple(dd.isocalendar()), dd.weekday(), dd.strftime('%j %U %W %V %G %g %C %y'), date.fromisocalendar(*dd.isocalendar()))
    s=random.uniform(-2e9,4e9); q=datetime.utcfromtimestamp(s); print(q, q.replace(tzinfo=timezone.utc).timestamp(), q.strftime('%I %p %k %l %e %-d %_m %s' [:-3]))
print(date(5,1,2).strftime('%Y %y %C %G'), date(1999,12,31).strftime('%D %F %h %n%t|%R') if 1 else '', datetime(1999,1,1,3).strftime('%T %r %P %^a %#p %10Y %03d %q %'))
print(dir(date)==sorted(dir(date)), m.MINYEAR, m.MAXYEAR, date, datetime, time, timedelta, timezone, tzinfo)
