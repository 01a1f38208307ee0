using Xunit;

namespace MemoryViews.Tests.Protocol;

/// <summary>A loan that is over stays over, whatever the views that are left of it do.</summary>
public sealed class EndedLoanTests
{
    [Fact]
    public void Releasing_a_view_of_a_loan_that_was_ended_does_not_bring_the_others_back()
    {
        using NativeBuffer buffer = NativeBuffer.Allocate(16);
        MemoryView root = new(buffer);
        MemoryView first = root[..8], second = root[8..];
        root.Dispose();

        first.Release();

        Assert.True(second.IsReleased);
        Assert.Throws<ViewReleasedException>(() => second.Get<byte>(0));
        Assert.Throws<ViewReleasedException>(() => second[..4]);
    }
}
