"""What NumPy writes and reads, for the tests beside this file.

    witness.py write DIR    DIR/cases holds lines "name TAB order TAB shape TAB dtype"; writes name.npy, and name.bin: the items in C order
    witness.py check DIR    reads name.npy, compares with name.bin, saves it again and compares that; prints "name ok" or "name what differs"
    witness.py npz DIR      writes stored.npz and deflated.npz of the same arrays, and reads ours.npz where it is
"""
import io
import os
import sys

import numpy


def make(order, shape, dtype):
    dtype = numpy.dtype(eval(dtype))
    shape = eval(shape)
    count = int(numpy.prod(shape, dtype=object))
    data = bytes(i * 7 % 251 for i in range(count * dtype.itemsize))
    array = numpy.zeros(shape, dtype)
    if dtype.itemsize and count:
        array = numpy.frombuffer(data, dtype, count).reshape(shape)
    return numpy.asfortranarray(array) if order == "F" else array


def cases(folder):
    with open(os.path.join(folder, "cases"), encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def put(folder, name, data):
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)


def get(folder, name):
    with open(os.path.join(folder, name), "rb") as file:
        return file.read()


def saved(array):
    file = io.BytesIO()
    numpy.save(file, array, allow_pickle=False)
    return file.getvalue()


def write(folder):
    for name, order, shape, dtype in cases(folder):
        array = make(order, shape, dtype)
        put(folder, name + ".npy", saved(array))
        put(folder, name + ".bin", array.tobytes())


def verdict(folder, name):
    array = numpy.load(os.path.join(folder, name + ".npy"), allow_pickle=False, max_header_size=1 << 20)
    if array.tobytes() != get(folder, name + ".bin"):
        return "other items"
    return "ok" if saved(array) == get(folder, name + ".npy") else "other file: " + repr(saved(array)[:200])


def check(folder):
    for name, *_ in cases(folder):
        try:
            print(name, verdict(folder, name))
        except Exception as error:
            print(name, repr(error))


def npz(folder):
    arrays = {"small": numpy.arange(6, dtype="<i4").reshape(2, 3), "big": numpy.zeros((300, 300)), "nämé": numpy.array(5, ">u2")}
    numpy.savez(os.path.join(folder, "stored.npz"), **arrays)
    numpy.savez_compressed(os.path.join(folder, "deflated.npz"), **arrays)
    ours = os.path.join(folder, "ours.npz")
    if os.path.exists(ours):
        with numpy.load(ours, allow_pickle=False) as file:
            for name in file.files:
                print(name, file[name].dtype.str, file[name].shape, file[name].tolist())


{"write": write, "check": check, "npz": npz}[sys.argv[1]](sys.argv[2])
