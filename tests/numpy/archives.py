"""Files of several arrays."""

import os
import tempfile

import numpy as np

a, b = np.arange(12).reshape(3, 4), np.linspace(0, 1, 500)
with tempfile.TemporaryDirectory() as folder:
    for write in (np.savez, np.savez_compressed):
        path = os.path.join(folder, write.__name__)
        write(path, a, b, names=a.T, single=np.float32(2.5))
        with np.load(path + ".npz") as found:
            print(sorted(found.files), len(found), "single" in found, "none" in found)
            for key in sorted(found):
                print(key, found[key].dtype, found[key].shape, float(found[key].sum()), found[key].flags.f_contiguous)
            print(repr(found).replace(folder, ""), found.get("none"))
            try:
                found["none"]
            except KeyError as error:
                print(error)
    try:
        np.savez(path, a, arr_0=b)
    except ValueError as error:
        print(error)
print(os.path.exists(folder))
