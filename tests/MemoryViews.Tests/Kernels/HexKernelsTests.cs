using System;
using System.Linq;
using System.Text;
using Xunit;

namespace MemoryViews.Tests;

public class HexKernelsTests
{
    [Theory]
    [InlineData("abcdefg", ':', 2, "61:6263:6465:6667")]
    [InlineData("abcdefg", ':', -2, "6162:6364:6566:67")]
    [InlineData("abcdefg", ':', 1, "61:62:63:64:65:66:67")]
    [InlineData("abcdefg", ':', -1, "61:62:63:64:65:66:67")]
    [InlineData("abcdefg", ':', 0, "61626364656667")]
    [InlineData("abcdefg", ':', 7, "61626364656667")]
    [InlineData("abcdefg", ':', 6, "61:626364656667")]
    [InlineData("abcdefg", ':', -6, "616263646566:67")]
    [InlineData("abcdefg", ':', int.MinValue, "61626364656667")]
    [InlineData("abcdefg", null, 2, "61626364656667")]
    [InlineData("", ':', 2, "")]
    [InlineData("a", ' ', -1, "61")]
    public void Groups_are_counted_from_the_right_end_or_from_the_left_when_negative(string text, char? separator, int group, string hex)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        Assert.Equal(hex, Write(bytes, Layout.Contiguous(1, [bytes.Length]), separator, group));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 7)]
    [InlineData(8, -3)]
    [InlineData(16, 40)]
    public void The_text_is_that_of_the_bytes_in_C_order_whatever_the_layout(int size, int group)
    {
        byte[] memory = Naive.Noise(KernelLayouts.MemoryLength);
        foreach (Layout layout in KernelLayouts.Families(size).SelectMany(family => family))
        {
            byte[] stream = Naive.Gather(memory, layout);
            Assert.Equal(Grouped(stream, '-', group), Write(memory, layout, '-', group));
        }
    }

    [Fact]
    public void Blocks_of_the_stream_leave_no_trace_in_the_text()
    {
        byte[] memory = Naive.Noise(20_000);
        Layout odd = Layout.Strided(7, [1_400], [14]);
        Assert.Equal(Grouped(Naive.Gather(memory, odd), '_', 1000), Write(memory, odd, '_', 1000));
        Assert.Equal(Convert.ToHexStringLower(memory), Write(memory, Layout.Contiguous(1, [memory.Length]), null, 0));
    }

    [Fact]
    public void Capitals_on_request()
    {
        byte[] memory = Naive.Noise(100);
        char[] text = new char[200];
        HexKernels.Write(Naive.Over(memory, Layout.Contiguous(1, [100])), text, null, 0, upper: true);
        Assert.Equal(Convert.ToHexString(memory), new string(text));
    }

    [Theory]
    [InlineData(HexKernels.MostChars / 2, null, 0)]
    [InlineData((HexKernels.MostChars + 1) / 3, ':', 1)]
    public void The_longest_text_is_the_longest_string(int bytes, char? separator, int group)
    {
        Assert.True(HexKernels.Length(bytes, separator, group) <= HexKernels.MostChars);
        Assert.Throws<ViewOperationException>(() => HexKernels.Length(bytes + 1, separator, group));
    }

    [Fact]
    public void More_bytes_than_can_be_doubled_are_refused()
        => Assert.Throws<ViewOperationException>(() => HexKernels.Length(nint.MaxValue, ':', 1));

    private static string Write(byte[] memory, Layout layout, char? separator, int group)
    {
        char[] text = new char[HexKernels.Length(layout.ByteLength, separator, group)];
        HexKernels.Write(Naive.Over(memory, layout), text, separator, group, upper: false);
        Assert.Equal(new string(text), HexKernels.ToText(Naive.Over(memory, layout), separator, group, upper: false));
        return new string(text);
    }

    private static string Grouped(byte[] bytes, char separator, int group)
    {
        StringBuilder text = new();
        for (int i = 0; i < bytes.Length; i++)
        {
            bool edge = group != 0 && i > 0 && (group > 0 ? (bytes.Length - i) % group == 0 : i % -group == 0);
            text.Append(edge ? separator.ToString() : "").Append(Convert.ToHexStringLower(bytes, i, 1));
        }

        return text.ToString();
    }
}
