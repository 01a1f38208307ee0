using System;
using System.Buffers;
using System.IO;

namespace MemoryViews.Docs.Tests.Samples;

/// <summary>The guide's page "Leases".</summary>
internal static class GuideLeases
{
    public static void ASpan()
    {
        // sample: a-span
        using NativeBuffer buffer = NativeBuffer.Allocate(4 * sizeof(int));
        using MemoryView view = new MemoryView(buffer).Cast<int>();

        using (Lease lease = view.Lease())
        {
            Span<int> numbers = lease.Span<int>();
            numbers.Fill(7);
            numbers[0] = 1;
        }

        Console.WriteLine($"{view:g}");
        // end
    }

    public static void TypedViews()
    {
        // sample: typed-views
        float[,] matrix = { { 1, 2, 3 }, { 4, 5, 6 } };
        using MemoryView view = matrix.AsMemoryView();
        using ReadOnlyLease lease = view.Transpose().LeaseReadOnly();

        ReadOnlyView2D<float> turned = lease.View2D<float>();
        for (nint row = 0; row < turned.Rows; row++)
        {
            float sum = 0;
            foreach (ref readonly float number in turned.Row(row))
            {
                sum += number;
            }

            Console.WriteLine($"{turned[row, 0]} + {turned[row, 1]} = {sum}");
        }
        // end
    }

    public static void AccessWithoutAVariable()
    {
        // sample: access-without-a-variable
        byte[] bytes = [3, 1, 2];
        using MemoryView view = bytes.AsMemoryView();
        view.Access<byte, byte>(10, static (span, added) =>
        {
            foreach (ref byte b in span)
            {
                b += added;
            }
        });
        Console.WriteLine($"{view:g}");
        // end
    }

    public static void MemoryForStreams()
    {
        // sample: memory-for-streams
        byte[] bytes = new byte[8];
        using MemoryView view = bytes.AsMemoryView();
        using (IMemoryOwner<byte> owner = view[2..5].BorrowMemory<byte>())
        {
            using Stream stream = new MemoryStream([1, 2, 3]);
            stream.ReadExactlyAsync(owner.Memory).AsTask().Wait();
        }

        Console.WriteLine($"{view:g}");
        // end
    }

    public static void SpansDoNotConvert()
    {
        // sample: spans-do-not-convert
        using MemoryView view = new byte[] { 0, 1, 0, 2 }.AsMemoryView();
        MemoryView big = view.Cast(">H");
        using ReadOnlyLease lease = big.LeaseReadOnly();

        try
        {
            lease.Span<ushort>();
        }
        catch (ItemTypeException e)
        {
            Console.WriteLine(e.Code);
        }

        ushort[] native = new ushort[2];
        big.CopyTo<ushort>(native);                        // a copy in the machine's own order
        Console.WriteLine(string.Join(' ', native));
        // end
    }
}
