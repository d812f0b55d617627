import sys

sys.path.insert(0, __file__.rsplit("/", 1)[0] + "/parts")


def run():
    import circle_one


run()
