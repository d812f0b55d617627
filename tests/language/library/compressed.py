# zlib and gzip give the bytes that CPython gives.
import gzip
import hashlib
import hmac
import io
import zlib

data = b"".join(b"line %d of a text that repeats itself, now and then\n" % (i * i % 97) for i in range(400))
noise = bytes((i * 7919 + (i >> 3) * 31) % 251 for i in range(5000))
for level in range(-1, 10):
    packed = zlib.compress(data, level)
    print(level, len(packed), hashlib.md5(packed).hexdigest(), zlib.decompress(packed) == data, len(zlib.compress(noise, level)))
print(zlib.compress(b""), zlib.compress(b"a" * 20), zlib.compress(b"abc", wbits=-15), zlib.crc32(data), zlib.adler32(data))
for wbits in (-15, -9, 9, 15, 31):
    maker = zlib.compressobj(wbits=wbits)
    packed = maker.compress(data[:3000]) + maker.flush(zlib.Z_SYNC_FLUSH) + maker.compress(data[3000:]) + maker.flush()
    print(wbits, len(packed), zlib.decompress(packed, wbits) == data)
reader = zlib.decompressobj()
packed = zlib.compress(data) + b"rest"
parts = []
for start in range(0, len(packed), 50):
    parts.append(reader.decompress(packed[start:start + 50]))
print(b"".join(parts) == data, reader.eof, reader.unused_data, reader.unconsumed_tail)
reader = zlib.decompressobj()
first = reader.decompress(packed, 100)
print(len(first), first == data[:100], len(reader.unconsumed_tail) > 0, len(reader.flush()))
for wrong in (lambda: zlib.decompress(b"nonsense"), lambda: zlib.decompress(packed[:20]), lambda: zlib.compress(b"", 10), lambda: zlib.compress(b"", -40),
              lambda: zlib.decompress(b""), lambda: zlib.compress("text"), lambda: zlib.compressobj(wbits=3), lambda: zlib.decompress(packed, wbits=-15)):
    try:
        print(wrong())
    except (zlib.error, TypeError, ValueError) as error:
        print(type(error).__name__, error)
squeezed = gzip.compress(data, mtime=0)
print(len(squeezed), squeezed[:10], gzip.decompress(squeezed) == data, gzip.decompress(squeezed + gzip.compress(b"more", mtime=1))[-4:])
out = io.BytesIO()
with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as file:
    file.write(b"one\n")
    file.write(b"two\n")
print(gzip.decompress(out.getvalue()), gzip.open(io.BytesIO(out.getvalue()), "rt").readlines())
try:
    gzip.decompress(b"not packed")
except gzip.BadGzipFile as error:
    print(error)
print(hmac.new(b"key", b"message", "sha256").hexdigest(), hmac.digest(b"k" * 100, b"m", "md5").hex(), hmac.compare_digest("a", "b"))
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 1000).hex(), hashlib.pbkdf2_hmac("sha1", b"p", b"s", 3, 50).hex())
view = io.BytesIO(b"x" * 10)
shown = view.getbuffer()
shown[2:4] = b"ab"
print(view.getvalue(), view.readinto(view.getbuffer()))
try:
    view.write(b"y" * 20)
except BufferError as error:
    print(error)
shown.release()
text = io.StringIO("a\r\nb\rc\n", newline=None)
print(text.newlines, text.read(), text.newlines)
import json

print(json.decoder.scanstring('one"two', 0), json.decoder.scanstring('✨x"', 1))
