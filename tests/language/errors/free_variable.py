def outer():
    def inner():
        return quantity + 1
    result = inner()
    quantity = 1
    return result


outer()
