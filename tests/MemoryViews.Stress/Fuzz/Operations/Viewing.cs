using System;
using System.Linq;

namespace MemoryViews.Stress.Fuzz;

/// <summary>What can be seen of a view without doing anything to it, against the model.</summary>
internal static class Viewing
{
    public static void Compare(Window window, Chance chance)
    {
        MemoryView view = window.View;
        Expect("shape", Shapes.Same(view.Shape, window.Shape), window, () => string.Join(',', view.Shape.ToArray()));
        Expect("format", view.Format.Text == window.Item.Text, window, () => view.Format.Text);
        Expect("item size", view.ItemSize == window.Item.Size, window, () => $"{view.ItemSize}");
        Expect("item count", view.ItemCount == window.Count && view.ByteLength == window.ByteLength, window, () => $"{view.ItemCount}, {view.ByteLength} bytes");
        Expect("read-only", view.IsReadOnly == window.IsReadOnly, window, () => $"{view.IsReadOnly}");
        Expect("rank", view.Rank == window.Rank && view.Strides.Length == window.Rank, window, () => $"{view.Rank}");
        Expect("released", !view.IsReleased, window, () => "released");
        Expect("text", view.ToString() == $"MemoryView<{window.Item.Text}>[{string.Join(", ", window.Shape)}]", window, view.ToString);
        if (window.IsRun(fortran: false) is { } c && window.IsRun(fortran: true) is { } f)
        {
            Expect("C-contiguous", view.IsCContiguous == c, window, () => $"{view.IsCContiguous}");
            Expect("F-contiguous", view.IsFContiguous == f, window, () => $"{view.IsFContiguous}");
            Expect("contiguous", view.IsContiguous == (c || f), window, () => $"{view.IsContiguous}");
        }

        Content(window, chance);
    }

    private static void Content(Window window, Chance chance)
    {
        byte[] expected = window.Bytes();
        byte[] given = chance.OneIn(4) ? Streamed(window.View, expected.Length) : window.View.ToBytes();
        World.Check(given.AsSpan().SequenceEqual(expected), () => $"{window} holds {Convert.ToHexString(given)}, should be {Convert.ToHexString(expected)}");
    }

    private static byte[] Streamed(MemoryView view, int length)
    {
        byte[] bytes = new byte[length];
        view.CopyTo(bytes.AsSpan());
        return bytes;
    }

    private static void Expect(string what, bool holds, Window window, Func<string> given)
        => World.Check(holds, () => $"the {what} of {window} is {given()}");
}
