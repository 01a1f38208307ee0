using System;
using System.Collections.Generic;
using Xunit;

namespace MemoryViews.Tests.Protocol;

/// <summary>Every combination of request flags against every kind of layout, held against the buffer protocol's table written down again.</summary>
public class NarrowTests
{
    private const int Writable = 1, Format = 4, Nd = 8, Strides = 0x18, C = 0x38, F = 0x58, Any = 0x98, Suboffsets = 0x118;

    public static TheoryData<string> Layouts => [.. s_views.Keys];

    private static readonly Dictionary<string, Func<MemoryView, MemoryView>> s_views = new()
    {
        ["row"] = grid => grid.Reshape(-1),
        ["grid"] = grid => grid,
        ["grid in Fortran order"] = grid => grid.Transpose(),
        ["strided"] = grid => grid[.., (..).By(2)],
        ["flipped"] = grid => grid.Flip(),
        ["broadcast"] = grid => grid.BroadcastTo(2, 3, 4),
        ["scalar"] = grid => grid[1, 2..3].Reshape(),
        ["one item"] = grid => grid[1..2, 2..3],
        ["one column, both orders"] = grid => grid.Reshape(-1, 1),
        ["empty grid"] = grid => grid[..0],
        ["empty strided row"] = grid => grid.Reshape(-1)[..0][(..).By(2)],
        ["read-only"] = grid => grid.AsReadOnly(),
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Each_request_is_met_or_refused_as_the_table_says(string name)
    {
        MemoryView view = s_views[name](new int[3, 4].AsMemoryView());
        for (int flags = 0; flags < 0x200; flags++)
        {
            if (flags != 0x100)
            {
                Check(view, flags, isIndirect: false);
            }
        }
    }

    [Fact]
    public void Layouts_with_pointers_are_lent_to_those_who_follow_them()
    {
        using Lent lent = Lent.Grid(Backing.Indirect, 2, 2, 1, 2, 3, 4);
        for (int flags = 0; flags < 0x200; flags++)
        {
            if (flags != 0x100)
            {
                Check(lent.View, flags, isIndirect: true);
            }
        }
    }

    [Theory]
    [InlineData(0x100)]
    [InlineData(0x200)]
    public void Flags_of_c_helpers_alone_are_no_request(int flags)
    {
        ViewArgumentException refusal = Assert.Throws<ViewArgumentException>(() => new int[1].AsMemoryView().GetBuffer((BufferRequest)flags));
        Assert.Equal(ViewErrorCode.ProtocolMisuse, refusal.Code);
    }

    [Theory]
    [InlineData(BufferRequest.Simple, 0)]
    [InlineData(BufferRequest.Writable, 1)]
    [InlineData(BufferRequest.Format, 4)]
    [InlineData(BufferRequest.Nd, 8)]
    [InlineData(BufferRequest.Strides, 0x18)]
    [InlineData(BufferRequest.CContiguous, 0x38)]
    [InlineData(BufferRequest.FContiguous, 0x58)]
    [InlineData(BufferRequest.AnyContiguous, 0x98)]
    [InlineData(BufferRequest.Indirect, 0x118)]
    [InlineData(BufferRequest.Contig, 9)]
    [InlineData(BufferRequest.Strided, 0x19)]
    [InlineData(BufferRequest.Records, 0x1D)]
    [InlineData(BufferRequest.RecordsReadOnly, 0x1C)]
    [InlineData(BufferRequest.Full, 0x11D)]
    [InlineData(BufferRequest.FullReadOnly, 0x11C)]
    public void Requests_have_pythons_values(BufferRequest request, int value) => Assert.Equal(value, (int)request);

    private static void Check(MemoryView view, int flags, bool isIndirect)
    {
        string? expected = Refused(view, flags, isIndirect);
        if (expected is not null)
        {
            BufferException refusal = Assert.Throws<BufferException>(() => view.GetBuffer((BufferRequest)flags));
            Assert.Equal(ViewErrorCode.RequestRefused, refusal.Code);
            Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
            return;
        }

        using BufferExport export = view.GetBuffer((BufferRequest)flags);
        Assert.Same(view, export.Exporter);
        Assert.Equal(view.ByteLength, export.ByteLength);
        Assert.Equal(view.ItemSize, export.Layout.ItemSize);
        Assert.Equal(view.IsReadOnly, export.IsReadOnly);
        Assert.Equal((Has(flags, Nd), Has(flags, Strides)), (export.HasShape, export.HasStrides));
        Assert.Equal(Has(flags, Format) ? view.Format : null, export.Format);
        Assert.Equal(Has(flags, Nd) ? view.Shape.ToArray() : [view.ItemCount], export.Layout.Shape.ToArray());
        if (Has(flags, Strides))
        {
            Assert.Equal(view.Layout, export.Layout);
        }
        else
        {
            Assert.True(export.Layout.IsCContiguous || export.Layout.ItemCount == 0);
            Assert.Equal(view.Layout.Offset, export.Layout.Offset);
        }
    }

    // Section by section as the protocol has it; the words are those the messages must hold.
    private static string? Refused(MemoryView view, int flags, bool isIndirect)
    {
        (bool c, bool f) = (view.IsCContiguous, view.IsFContiguous);
        return Has(flags, Writable) && view.IsReadOnly ? "read-only"
            : Has(flags, C) && !c ? "C-contiguous"
            : Has(flags, F) && !f ? "Fortran-contiguous"
            : Has(flags, Any) && !c && !f ? "contiguous"
            : !Has(flags, Suboffsets) && isIndirect ? "suboffsets"
            : !Has(flags, Strides) && !c ? "without strides"
            : !Has(flags, Nd) && Has(flags, Format) ? "without a shape"
            : null;
    }

    private static bool Has(int flags, int flag) => (flags & flag) == flag;
}
