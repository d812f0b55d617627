"""Pipes between processes; here both ends are in this one."""

from collections import deque
from _thread import _wait


class Connection:
    """One end of a pipe."""

    def __init__(self, incoming, outgoing):
        self._incoming, self._outgoing = incoming, outgoing
        self.closed = False

    def send(self, obj):
        self._outgoing.append(obj)

    send_bytes = send

    def recv(self):
        _wait("Connection.recv()", lambda: self._incoming)
        return self._incoming.popleft()

    recv_bytes = recv

    def poll(self, timeout=0.0):
        return _wait("Connection.poll()", lambda: bool(self._incoming), timeout)

    def close(self):
        self.closed = True

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def Pipe(duplex=True):
    """Both ends."""
    one, other = deque(), deque()
    return Connection(one, other), Connection(other, one)
