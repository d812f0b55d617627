print(1,

