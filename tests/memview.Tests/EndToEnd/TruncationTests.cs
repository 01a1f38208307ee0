using System;
using System.IO;
using System.Linq;
using Xunit;

namespace MemoryViews.Command.Tests;

/// <summary>A file that somebody cuts short while it is looked at: what is there is shown, then one message says where it ends now.</summary>
public sealed class TruncationTests : IDisposable
{
    private const int Size = 1 << 24; // in hexadecimal far more than all buffers between the command and its reader hold
    private const int Rest = 1 << 20;

    private readonly TempFolder _folder = new();

    public TruncationTests() => _folder.Write("big", [.. Enumerable.Range(0, Size).Select(i => (byte)(i >> 8))]);

    private string Big => Path.Combine(_folder.Path, "big");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("hex big", "big")]
    [InlineData("hex - < big", "/dev/stdin")]
    [InlineData("show big --all", "big")]
    [InlineData("show big -t x:u1,y:u1[7] --all", "big")]
    [InlineData("hex big -t u1 -S 4096,4096 --order F", "big")]
    public void Cut_between_the_first_line_and_the_last(string command, string name)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "bash and coreutils.");

        // The command has opened the file when its first line is there, and can go on only as far as the full pipe lets it.
        Outcome outcome = Run.Shell(
            _folder.Path,
            $"memview {command} 2>errors | {{ head -c 1 >first; truncate -s {Rest} big; wc -c >rest; }}; echo ${{PIPESTATUS[0]}}; cat errors");
        string[] lines = outcome.Output.Split('\n');
        Assert.Equal("4", lines[0]);
        Assert.StartsWith($"memview: {name} now ends after {Rest} bytes, but bytes ", lines[1], StringComparison.Ordinal);
        Assert.Equal("  hint: it has been cut short since it was opened; open it again to see what is left", lines[2]);
        Assert.Equal(1, new FileInfo(Path.Combine(_folder.Path, "first")).Length);
    }

    [Fact]
    public void Cut_between_open_and_read()
    {
        using Source source = Source.Open(Big, 0, null);
        Assert.True(source.Owner is MappedFile { IsChecked: true });
        Cut(Rest);
        Assert.Equal((byte)1, source.Bytes[0x1FF]);
        ViewFileException refusal = Assert.Throws<ViewFileException>(() => source.Bytes.ToBytes());
        Assert.Contains($"now ends after {Rest} bytes", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_there_before_the_cut_is_still_shown()
    {
        using Source source = Source.Open(Big, 0, null);
        Cut(40);
        StringWriter text = new() { NewLine = "\n" };
        ChosenView all = new(source.Bytes, null, 0, 0), rest = new(source.Bytes[..40], null, 0, 0);
        Assert.Throws<ViewFileException>(() => HexVerb.Run(text, new Palette(false), all, "xxd"));
        HexVerb.Run(text, new Palette(false), rest, "xxd");
        Assert.Equal(3, text.ToString().Count(c => c == '\n'));
    }

    [Fact]
    public void Cut_to_nothing()
    {
        using Source source = Source.Open(Big, 0, null);
        Cut(0);
        ViewFileException refusal = Assert.Throws<ViewFileException>(() => source.Bytes[0]);
        Assert.Contains("now ends after 0 bytes, but bytes 0 to 1 were asked", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_deleted_or_replaced_meanwhile_is_seen_as_it_was_opened()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows replaces no open file.");
        using Source source = Source.Open(Big, 0, null);
        _folder.Write("other", 1, 2, 3);
        File.Move(Path.Combine(_folder.Path, "other"), Big, overwrite: true);
        Assert.Equal((byte)0xFF, source.Bytes[0xFFFF]);
        File.Delete(Big);
        Assert.Equal((byte)0xFF, source.Bytes[Size - 1]);
    }

    private void Cut(long length)
    {
        using FileStream stream = new(Big, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        stream.SetLength(length);
    }
}
