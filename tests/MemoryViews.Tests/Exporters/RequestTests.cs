using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace MemoryViews.Tests.Exporters;

/// <summary>Every combination of request flags, asked of an exporter written by a user: what comes back, or which refusal comes first.</summary>
public class RequestTests
{
    private const BufferRequest Known = BufferRequest.Full | BufferRequest.CContiguous | BufferRequest.FContiguous | BufferRequest.AnyContiguous;

    private static readonly Dictionary<string, Layout> s_layouts = new()
    {
        ["a row"] = Layout.Contiguous(2, [6]),
        ["no items"] = Layout.Contiguous(2, [0]),
        ["C order"] = Layout.Contiguous(2, [2, 3]),
        ["Fortran order"] = Layout.Contiguous(2, [2, 3], AxisOrder.F),
        ["every second"] = Layout.Strided(2, [3], [4]),
        ["backwards"] = Layout.Strided(2, [6], [-2], 10),
        ["broadcast"] = Layout.Strided(2, [3, 2], [0, 2]),
        ["one item"] = Layout.Contiguous(2, []).At(4),
    };

    public static TheoryData<string, bool> Cases
        => [.. from name in s_layouts.Keys from isReadOnly in new[] { false, true } select new TheoryDataRow<string, bool>(name, isReadOnly)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_exporter_answers_every_request_by_the_table(string name, bool isReadOnly)
    {
        Layout layout = s_layouts[name];
        int met = 0;
        foreach (BufferRequest request in Requests())
        {
            int given = 0;
            Exporter exporter = new(asked => new BufferExport("owner", MemoryBlock.OfArray(new byte[12]), layout, ItemFormat.Parse("h"), isReadOnly, () => given++).Narrow(asked));
            string? refusal = Refusal(request, layout, isReadOnly);
            if (refusal is null)
            {
                using BufferExport export = exporter.GetBuffer(request);
                AssertAnswer(request, layout, isReadOnly, export);
                Assert.Equal(0, given);
                met++;
            }
            else
            {
                BufferException e = Assert.Throws<BufferException>(() => exporter.GetBuffer(request));
                Assert.Equal((ViewErrorCode.RequestRefused, 0, 1), (e.Code, e.Holders.Count, given));
                Assert.Contains(refusal, e.Message, StringComparison.Ordinal);
            }
        }

        Assert.NotEqual(0, met);
    }

    [Fact]
    public void A_view_answers_as_the_exporter_does_and_in_its_own_name()
    {
        foreach (BufferRequest request in Requests())
        {
            using MemoryView view = new short[6].AsMemoryView(), part = view[(..).By(2)];
            string? refusal = Refusal(request, part.Layout, isReadOnly: false);
            if (refusal is null)
            {
                using BufferExport export = part.GetBuffer(request);
                Assert.Same(part, export.Exporter);
                AssertAnswer(request, part.Layout, false, export);
            }
            else
            {
                Assert.Contains(refusal, Assert.Throws<BufferException>(() => part.GetBuffer(request)).Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Simple_exporters_answer_by_the_same_table()
    {
        using NativeBuffer native = NativeBuffer.Allocate(4);
        foreach ((IBufferExporter exporter, bool isReadOnly) in new (IBufferExporter, bool)[] { (new Bytes([1, 2, 3, 4]), true), (new ByteArray(4), false), (native, false), (new TypedArray("B", [1, 2, 3, 4]), false) })
        {
            foreach (BufferRequest request in Requests())
            {
                if (Refusal(request, Layout.Contiguous(1, [4]), isReadOnly) is { } refusal)
                {
                    Assert.Contains(refusal, Assert.Throws<BufferException>(() => exporter.GetBuffer(request)).Message, StringComparison.Ordinal);
                    continue;
                }

                using BufferExport export = exporter.GetBuffer(request);
                Assert.Same(exporter, export.Exporter);
                Assert.Equal((4, 1, Asks(request, BufferRequest.Format) ? "B" : null), ((int)export.ByteLength, (int)export.Layout.ItemSize, export.Format?.Text));
            }
        }
    }

    [Fact]
    public void Flags_have_Python_s_values()
    {
        Assert.All(
            new (BufferRequest Request, int Value)[]
            {
                (BufferRequest.Simple, 0),
                (BufferRequest.Writable, 1),
                (BufferRequest.Format, 4),
                (BufferRequest.Nd, 8),
                (BufferRequest.Strides, 0x18),
                (BufferRequest.CContiguous, 0x38),
                (BufferRequest.FContiguous, 0x58),
                (BufferRequest.AnyContiguous, 0x98),
                (BufferRequest.Indirect, 0x118),
                (BufferRequest.Contig, 9),
                (BufferRequest.ContigReadOnly, 8),
                (BufferRequest.Strided, 0x19),
                (BufferRequest.StridedReadOnly, 0x18),
                (BufferRequest.Records, 0x1D),
                (BufferRequest.RecordsReadOnly, 0x1C),
                (BufferRequest.Full, 0x11D),
                (BufferRequest.FullReadOnly, 0x11C),
            },
            flag => Assert.Equal(flag.Value, (int)flag.Request));
    }

    [Theory]
    [InlineData(0x100)]
    [InlineData(0x200)]
    public void Flags_of_C_helpers_alone_are_no_request(int request)
        => Assert.Equal(ViewErrorCode.ProtocolMisuse, Assert.Throws<ViewArgumentException>(() => new ByteArray(4).GetBuffer((BufferRequest)request)).Code);

    [Fact]
    public void Pointers_need_Indirect()
    {
        using Lent rows = Lent.Grid<short>(Backing.Indirect, 2, 2, 1, 2, 3, 4);
        using (BufferExport export = rows.View.GetBuffer(BufferRequest.Full))
        {
            Assert.True(export.Layout.IsIndirect);
        }

        foreach ((BufferRequest request, string refusal) in new[]
        {
            (BufferRequest.Records, "Indirect"), (BufferRequest.Simple, "suboffsets"), (BufferRequest.Nd, "suboffsets"),
            (BufferRequest.CContiguous, "C-contiguous"), (BufferRequest.AnyContiguous | BufferRequest.Indirect, "contiguous"),
        })
        {
            Assert.Contains(refusal, Assert.Throws<BufferException>(() => rows.View.GetBuffer(request)).Message, StringComparison.Ordinal);
        }
    }

    // All subsets of the bits but READ and WRITE of the helpers, which are no requests alone: 2^8 less one.
    private static IEnumerable<BufferRequest> Requests()
        => Enumerable.Range(0, 0x200).Select(bits => (BufferRequest)bits).Where(request => (request & ~Known) == 0 && (int)request != 0x100);

    // The order of the refusals is the protocol's; a fragment of the message tells which it is.
    private static string? Refusal(BufferRequest request, Layout layout, bool isReadOnly)
        => Asks(request, BufferRequest.Writable) && isReadOnly ? "read-only"
        : Asks(request, BufferRequest.CContiguous) && !layout.IsCContiguous ? "A C-contiguous"
        : Asks(request, BufferRequest.FContiguous) && !layout.IsFContiguous ? "A Fortran-contiguous"
        : Asks(request, BufferRequest.AnyContiguous) && !(layout.IsCContiguous || layout.IsFContiguous) ? "A contiguous"
        : !Asks(request, BufferRequest.Strides) && !layout.IsCContiguous ? "without strides"
        : !Asks(request, BufferRequest.Nd) && Asks(request, BufferRequest.Format) ? "without a shape"
        : null;

    private static void AssertAnswer(BufferRequest request, Layout layout, bool isReadOnly, BufferExport export)
    {
        bool hasShape = Asks(request, BufferRequest.Nd), hasStrides = Asks(request, BufferRequest.Strides);
        Assert.Equal((hasShape, hasStrides, isReadOnly), (export.HasShape, export.HasStrides, export.IsReadOnly));
        Assert.Equal(Asks(request, BufferRequest.Format) ? "h" : null, export.Format?.Text);
        Assert.Equal((layout.ItemCount * 2, 2, layout.Offset), (export.ByteLength, export.Layout.ItemSize, export.Layout.Offset));
        Assert.Equal(hasShape ? layout.Rank : 1, export.Layout.Rank);
        Assert.Equal(hasShape ? layout.Shape.ToArray() : [layout.ItemCount], export.Layout.Shape.ToArray());
        if (hasStrides)
        {
            Assert.Equal(layout.Strides.ToArray(), export.Layout.Strides.ToArray());
        }
    }

    private static bool Asks(BufferRequest request, BufferRequest flag) => (request & flag) == flag;
}
