using System;

namespace MemoryViews.Conformance;

/// <summary>The attributes of a view, under the names of the vectors.</summary>
internal static class Attributes
{
    public static void Put(Answer answer, PythonView view)
    {
        answer["format"] = view.Format;
        answer["itemsize"] = view.ItemSize;
        answer["ndim"] = view.Rank;
        answer["readonly"] = view.IsReadOnly;
        answer["suboffsets"] = view.Suboffsets.ToArray();
        PutShape(answer, view);
    }

    public static void PutShape(Answer answer, PythonView view)
    {
        answer["shape"] = view.Shape.ToArray();
        answer["strides"] = view.Strides.ToArray();
        answer["nbytes"] = view.ByteLength;
        answer["c"] = view.IsCContiguous;
        answer["f"] = view.IsFContiguous;
        answer["contiguous"] = view.IsContiguous;
    }

    public static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
