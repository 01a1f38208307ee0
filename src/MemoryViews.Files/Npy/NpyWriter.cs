using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace MemoryViews.Files;

/// <summary>
/// The header and items of one array, as <c>numpy.save</c> writes them: the dictionary's keys in order, room for the growing axis to get more digits, then
/// spaces and a line feed up to a multiple of 64.
/// </summary>
internal sealed class NpyWriter
{
    private const int Alignment = 64;

    // Digits of 2^64 and one more: an axis that grows can be written into the same header.
    private const int GrowthDigits = 21;

    private const int MostCopied = 1 << 20;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly MemoryView _view;
    private readonly bool _isFortran;

    public NpyWriter(MemoryView view)
    {
        _view = view;
        DescriptionWriter description = DescriptionWriter.Describe(view.Format, view.ItemSize);
        nint[] shape = [.. view.Shape, .. description.InnerShape];
        if (shape.Length > Layout.MaxRank)
        {
            throw Error.NotSavable(view.Format.Text);
        }

        // Items that are arrays themselves lie in C order, so a view of them is never in Fortran order as a whole.
        _isFortran = view.IsFContiguous && !view.IsCContiguous && description.InnerShape.Length == 0;
        Header = MakeHeader(description.Text, shape);
        ByteLength = view.ByteLength;
    }

    public byte[] Header { get; }

    /// <summary>Bytes of the items, behind the header.</summary>
    public nint ByteLength { get; }

    /// <summary>Writes all items, in Fortran order where they lie so, else in C order.</summary>
    public void WriteItems(Stream stream)
    {
        // The transposed view's C order is the Fortran order of the view.
        using MemoryView ordered = _isFortran ? _view.Transpose() : _view.Share();
        using Stream items = ordered.AsStream();
        items.CopyTo(stream, (int)nint.Clamp(ByteLength, 1, MostCopied));
    }

    private byte[] MakeHeader(string description, nint[] shape)
    {
        string text = $"{{'descr': {description}, 'fortran_order': {(_isFortran ? "True" : "False")}, 'shape': {PythonText.Tuple(shape)}, }}";
        return Wrap(text + new string(' ', Growth(shape)));
    }

    private int Growth(nint[] shape) => shape.Length == 0 ? 0
        : Math.Max(0, GrowthDigits - shape[_isFortran ? ^1 : 0].ToString(CultureInfo.InvariantCulture).Length);

    // The lowest version that can say it: 64 KiB of Latin-1, 4 GiB of Latin-1, then UTF-8.
    private static byte[] Wrap(string text)
    {
        bool isLatin = text.All(c => c <= 0xff);
        byte[] header = Encode(text, isLatin);
        int padding = Padding(10, header.Length);
        bool isShort = isLatin && header.Length + padding + 1 <= ushort.MaxValue;
        int prefix = isShort ? 10 : 12;
        padding = Padding(prefix, header.Length);
        byte[] all = new byte[prefix + header.Length + padding + 1];
        NpyPrefix.Magic.CopyTo(all);
        all[6] = (byte)(isShort ? 1 : isLatin ? 2 : 3);
        int length = all.Length - prefix;
        for (int i = 8; i < prefix; i++)
        {
            all[i] = (byte)(length >> (8 * (i - 8)));
        }

        header.CopyTo(all, prefix);
        all.AsSpan(prefix + header.Length, padding).Fill((byte)' ');
        all[^1] = (byte)'\n';
        return all;
    }

    // A header that would end at a multiple by itself gets 64 spaces more: NumPy has always done so.
    private static int Padding(int prefix, int header) => Alignment - ((prefix + header + 1) % Alignment);

    private static byte[] Encode(string text, bool isLatin)
    {
        try
        {
            return isLatin ? Encoding.Latin1.GetBytes(text) : s_utf8.GetBytes(text);
        }
        catch (EncoderFallbackException e)
        {
            throw Error.NotUnicode(e);
        }
    }
}
