"""Messages that tell where they come from."""

import logging
import sys

logging.basicConfig(
    stream=sys.stdout, level=logging.DEBUG, format="%(levelname)s %(funcName)s %(lineno)d %(filename)s %(module)s %(message)s"
)
log = logging.getLogger("places")


def work():
    logging.info("root")
    log.warning("there %d", 3)


class Worker:
    def go(self):
        for turn in range(2):
            log.debug("turn %s", turn)


def wrapper(text):
    log.info(text, stacklevel=2)


work()
log.error("top")
Worker().go()
wrapper("around")
[log.info("in a list") for _ in range(1)]
(lambda: log.info("lambda"))()
adapter = logging.LoggerAdapter(log, {})
adapter.info("adapted")
