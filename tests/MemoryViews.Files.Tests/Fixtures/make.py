"""Made the files beside this script, in the directory it is run in: python3 make.py. See PROVENANCE.md."""
import numpy
from numpy.lib import format

numpy.save("fortran.npy", numpy.asfortranarray(numpy.arange(6, dtype=">f8").reshape(2, 3)))
numpy.save("scalar.npy", numpy.array(-5, "<i2"))
numpy.save("records.npy", numpy.array([(1, (2.5, b"ab"), [[1, 2], [3, 4]]), (2, (3.5, b"c"), [[5, 6], [7, 8]])],
                                      numpy.dtype([("id", "u1"), ("n", [("v", ">f8"), ("s", "S3")]), ("m", "<i2", (2, 2))], align=True)))
numpy.save("titled.npy", numpy.array([(7,)], [(("Title", "name"), "<i4")]))
numpy.save("text.npy", numpy.array(["añ", "日本語"]))
numpy.save("unicode-names.npy", numpy.array([(1, 2)], [("名前", "<i4"), ("x", "<u2")]))
numpy.save("dates.npy", numpy.array(["1970-01-02", "2000-01-01"], "<M8[D]"))
numpy.save("objects.npy", numpy.array([None, 1], object), allow_pickle=True)
with open("version2.npy", "wb") as file:
    format.write_array(file, numpy.arange(4, dtype="<u4"), version=(2, 0))
numpy.savez("stored.npz", a=numpy.arange(6, dtype="<i4").reshape(2, 3), b=numpy.array(2.5))
numpy.savez_compressed("deflated.npz", a=numpy.arange(6, dtype="<i4").reshape(2, 3), zeros=numpy.zeros(20000))
