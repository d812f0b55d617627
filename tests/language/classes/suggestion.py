class Config:
    colour = 1
c = Config()
print(c.color)
