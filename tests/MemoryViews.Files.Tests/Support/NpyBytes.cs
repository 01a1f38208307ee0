using System;
using System.Text;

namespace MemoryViews.Files.Tests;

/// <summary>Npy files made by hand, right or wrong.</summary>
public static class NpyBytes
{
    /// <summary>A file of version 1.0 with this text for a header and so many bytes behind it: 0, 1, 2, ...</summary>
    public static byte[] Make(string header, int items, byte major = 1)
    {
        byte[] text = major < 3 ? Encoding.Latin1.GetBytes(header) : Encoding.UTF8.GetBytes(header);
        int prefix = major == 1 ? 10 : 12;
        byte[] file = new byte[prefix + text.Length + items];
        "\u0093NUMPY"u8[1..].CopyTo(file);
        file[6] = major;
        BitConverter.TryWriteBytes(file.AsSpan(8), (ushort)text.Length);
        text.CopyTo(file, prefix);
        for (int i = 0; i < items; i++)
        {
            file[prefix + text.Length + i] = (byte)i;
        }

        return file;
    }

    /// <summary>A file of one type and shape.</summary>
    public static byte[] Of(string descr, string shape, int items, bool isFortran = false) =>
        Make($"{{'descr': {descr}, 'fortran_order': {(isFortran ? "True" : "False")}, 'shape': {shape}, }}\n", items);
}
