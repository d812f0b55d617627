# T016 in a loop: an operator of a class that changes an instance which was there before.
class Account:
    def __init__(self, k):
        self.k = k

    def __add__(self, other):
        self.k += other
        return self


def f(account, n):
    for i in range(n):
        account = account + i
    return account.k


print(f(Account(0), 3000))
