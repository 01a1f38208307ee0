using Xunit;

namespace MemoryViews.Tests.Memory;

public class StateWordTests
{
    [Fact]
    public void An_open_word_lets_in_and_out()
    {
        StateWord word = default;
        Assert.True(word.IsOpen && !word.IsClosed && word.Users == 0);
        Assert.True(word.TryEnter() && word.TryEnter());
        Assert.Equal(2, word.Users);
        Assert.False(word.Leave());
        Assert.False(word.Leave());
        Assert.True(word.IsOpen && word.Users == 0);
    }

    [Fact]
    public void TryClose_closes_only_when_nobody_is_inside()
    {
        StateWord word = default;
        word.TryEnter();
        Assert.False(word.TryClose());
        Assert.True(word.IsOpen);
        word.Leave();
        Assert.True(word.TryClose());
        Assert.True(word.IsClosed && !word.IsOpen);
        Assert.False(word.TryClose());
        Assert.False(word.TryEnter());
    }

    [Fact]
    public void BeginClose_of_an_empty_word_closes_it_at_once()
    {
        StateWord word = default;
        Assert.True(word.BeginClose());
        Assert.True(word.IsClosed);
        Assert.False(word.BeginClose());
    }

    [Fact]
    public void The_last_to_leave_closes_a_closing_word()
    {
        StateWord word = default;
        word.TryEnter();
        word.TryEnter();
        Assert.False(word.BeginClose());
        Assert.True(!word.IsOpen && !word.IsClosed && word.Users == 2);
        Assert.False(word.TryEnter());
        Assert.False(word.BeginClose());
        Assert.False(word.Leave());
        Assert.True(word.Leave());
        Assert.True(word.IsClosed && word.Users == 0);
        Assert.False(word.TryEnter());
    }
}
