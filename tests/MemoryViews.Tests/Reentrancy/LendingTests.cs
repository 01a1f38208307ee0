using Xunit;

namespace MemoryViews.Tests.Reentrancy;

/// <summary>An exporter's GetBuffer is user code in the middle of whatever asks for a loan.</summary>
public sealed class LendingTests
{
    [Fact]
    public void An_exporter_that_lends_itself_while_it_lends_has_two_loans_out()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3);
        MemoryView? inner = null;
        bytes.WhenAsked = () =>
        {
            bytes.WhenAsked = null;
            inner = new(bytes);
        };

        using MemoryView outer = new(bytes);

        Assert.Equal(2, bytes.Loans);
        inner!.Dispose();
        Assert.Equal(1, bytes.Loans);
        Assert.Equal([1, 2, 3], outer.ToBytes());
    }

    [Fact]
    public void An_exporter_that_closes_its_memory_while_it_lends_gives_a_view_of_nothing()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3);
        bytes.WhenAsked = () => bytes.Block.Close();

        using MemoryView view = new(bytes);

        Assert.Throws<ViewReleasedException>(() => view.ToBytes());
        Assert.Throws<ViewReleasedException>(() => view[0] = 9);
        Assert.Throws<ViewReleasedException>(() => view.LeaseReadOnly().Dispose());
        Assert.True(bytes.IsGone);
        Assert.Equal([1, 2, 3], bytes.Content);
    }

    [Fact]
    public void An_exporter_that_gives_a_loan_it_has_given_back_is_refused()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3);
        Exporter spent = new(request =>
        {
            BufferExport loan = bytes.GetBuffer(request);
            loan.Dispose();
            return loan;
        });

        Assert.Throws<ViewReleasedException>(() => new MemoryView(spent));
        Assert.Equal(0, bytes.Loans);
    }

    [Fact]
    public void An_exporter_that_gives_one_loan_twice_has_it_back_when_the_first_view_is_disposed()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3);
        BufferExport loan = bytes.GetBuffer(BufferRequest.FullReadOnly);
        Exporter same = new(_ => loan);
        using MemoryView first = new(same), second = new(same);

        first.Dispose();

        Assert.Equal(0, bytes.Loans);
        Assert.Throws<ViewReleasedException>(() => second[0]);
    }

    // gh-126594.
    [Theory]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    [InlineData(0x200 | 0x400)]
    public void Flags_that_no_request_has_are_met_or_refused(int flags)
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3);
        using MemoryView view = new(bytes), readOnly = view.AsReadOnly();

        using (BufferExport loan = view.GetBuffer((BufferRequest)flags))
        {
            Assert.Equal(3, loan.ByteLength);
        }

        Assert.Equal((flags & 1) != 0, Xunit.Record.Exception(() => readOnly.GetBuffer((BufferRequest)flags).Dispose()) is BufferException);
        Assert.Equal(1, bytes.Loans);
    }

    // gh-92888: the exporter goes while its view is in use.
    [Fact]
    public void An_exporter_that_ends_a_loan_by_itself_waits_for_the_lease_on_it()
    {
        using Poisoned bytes = Poisoned.Of(1, 2, 3);
        BufferExport loan = bytes.GetBuffer(BufferRequest.FullReadOnly);
        MemoryView view = MemoryView.Over(loan);
        using (Lease lease = view.Lease())
        {
            loan.Dispose();

            Assert.Equal(1, bytes.Loans);
            Assert.Throws<BufferException>(bytes.Resize);
            Assert.Equal(1, lease.Bytes[0]);
        }

        Assert.Equal(0, bytes.Loans);
        Assert.Throws<ViewReleasedException>(() => view[0]);
        bytes.Resize();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_source_that_releases_the_destination_while_it_lends_leaves_it_alone(bool isDisposed)
    {
        using Poisoned target = Poisoned.Of(1, 2, 3), source = Poisoned.Of(7, 8, 9);
        MemoryView view = new(target);
        source.WhenAsked = () =>
        {
            Give(view, isDisposed);
            target.Resize();
        };

        Assert.Throws<ViewReleasedException>(() => view.CopyFrom(source));
        Assert.Equal([1, 2, 3], target.Content);
        Assert.Equal(0, source.Loans);
    }

    // gh-142557 and its kin: what bytearray and array are given changes them.
    [Theory]
    [InlineData("extend")]
    [InlineData("replace")]
    [InlineData("frombytes")]
    public void A_source_that_changes_the_growing_array_while_it_lends_is_added_to_what_is_there_then(string operation)
    {
        using Poisoned source = Poisoned.Of(7, 8);
        ByteArray bytes = new([1, 2, 3]);
        TypedArray array = TypedArray.OfBytes("B", [1, 2, 3]);
        source.WhenAsked = () =>
        {
            bytes.Clear();
            array.Clear();
        };

        switch (operation)
        {
            case "extend":
                bytes.Extend(source);
                Assert.Equal([7, 8], bytes.ToArray());
                break;
            case "replace":
                bytes.ReplaceRange(1..2, source);
                Assert.Equal([7, 8], bytes.ToArray());
                break;
            default:
                array.FromBytes(source);
                Assert.Equal([7, 8], array.ToBytes());
                break;
        }

        Assert.Equal(0, source.Loans);
    }

    // gh-143003: it lends the one that is to grow.
    [Fact]
    public void A_source_that_lends_the_growing_array_meanwhile_keeps_it_as_it_was()
    {
        ByteArray bytes = new([1, 2, 3]);
        using Poisoned source = Poisoned.Of(7, 8);
        MemoryView? held = null;
        source.WhenAsked = () => held = new(bytes);

        Assert.Throws<BufferException>(() => bytes.Extend(source));
        Assert.Equal([1, 2, 3], held!.ToBytes());
        held.Dispose();
        Assert.Equal(0, source.Loans);
    }

    [Fact]
    public void A_source_that_lends_the_growing_array_as_its_own_is_refused()
    {
        ByteArray bytes = new([1, 2, 3]);
        Exporter alias = new(bytes.GetBuffer);

        Assert.Throws<BufferException>(() => bytes.Extend(alias));
        Assert.Equal([1, 2, 3], bytes.ToArray());
        bytes.ReplaceRange(1..2, alias);
        Assert.Equal([1, 1, 2, 3, 3], bytes.ToArray());
    }

    private static void Give(MemoryView view, bool isDisposed)
    {
        if (isDisposed)
        {
            view.Dispose();
        }
        else
        {
            view.Release();
        }
    }
}
