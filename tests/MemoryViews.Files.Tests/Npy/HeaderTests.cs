using System;
using System.Linq;
using Xunit;

namespace MemoryViews.Files.Tests;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("'<i4'", "(2,)", "i", 8)]
    [InlineData("'i4'", "(2,)", "i", 8)]
    [InlineData("'>i4'", "(1,)", ">i", 4)]
    [InlineData("u'|S3'", "(2,)", "3s", 6)]
    [InlineData("\"<U2\"", "(1,)", "2w", 8)]
    [InlineData("[('a', '|u1'), ('', '|V3'), ('b', '>f8', (2,))]", "(1,)", "T{B:a:3x(2)>d:b:}", 20)]
    [InlineData("[('a', '>i2'), ('b', '<i2'), ('c', '>i2')]", "(1,)", "T{>h:a:=h:b:>h:c:}", 6)]
    [InlineData("[('a', [('b', '>i2'), ('', '|V2')], (2,)), ('c', '>f4')]", "(1,)", "T{(2)T{>h:b:2x}:a:f:c:}", 12)]
    [InlineData("[('', '<i2'), ('b', '<i2', 3)]", "(1,)", "T{=h:f0:(3)h:b:}", 8)]
    [InlineData("[('v', '|V4'), ('', 'V1')]", "(2,)", "T{4x:v:1x}", 10)]
    [InlineData("{'names': ['b', 'a'], 'formats': ['|u1', '<i4'], 'offsets': [6, 2], 'itemsize': 9}", "(1,)", "T{2x=i:a:B:b:2x}", 9)]
    [InlineData("{'names': ('a', 'b'), 'formats': ('|u1', '<i4')}", "(1,)", "T{B:a:=i:b:}", 5)]
    public void A_type_becomes_a_format(string descr, string shape, string format, int bytes)
    {
        Assert.SkipUnless(BitConverter.IsLittleEndian, "The formats are written for a little-endian machine.");
        using NpyFile file = NpyFile.Read(NpyBytes.Of(descr, shape, bytes));
        Assert.Equal(format, file.Format.Text);
        Assert.Equal(bytes, file.View.ByteLength);
        Assert.Equal(descr, file.Description);
    }

    [Fact]
    public void An_array_of_sub_arrays_has_their_axes_behind_its_own()
    {
        using NpyFile file = NpyFile.Read(NpyBytes.Of("('<i2', (2, 3))", "(2,)", 24));
        Assert.Equal([2, 2, 3], file.Shape.ToArray());
    }

    [Fact]
    public void Keys_may_stand_in_any_order_and_integers_may_have_an_L_from_Python_2()
    {
        using NpyFile file = NpyFile.Read(NpyBytes.Make(" {'shape': (2L, 1L), 'fortran_order': True, 'descr': '|u1'}", 2));
        Assert.Equal([2, 1], file.Shape.ToArray());
        Assert.Equal(AxisOrder.F, file.Order);
    }

    [Fact]
    public void Bytes_behind_the_items_are_left_alone()
    {
        using NpyFile file = NpyFile.Read(NpyBytes.Of("'|u1'", "(2,)", 5));
        Assert.Equal([0, 1], file.View.ToBytes());
    }

    [Theory]
    [InlineData("'|O'", "(2,)", ViewErrorCode.NotSupported)]
    [InlineData("[('a', '<i4'), ('b', 'O')]", "(2,)", ViewErrorCode.NotSupported)]
    [InlineData("'<M8[ns]'", "(1,)", ViewErrorCode.FormatUnsupported)]
    [InlineData("'<q9'", "(1,)", ViewErrorCode.FormatUnsupported)]
    [InlineData("''", "(1,)", ViewErrorCode.FormatUnsupported)]
    [InlineData("'<i4'", "(9,)", ViewErrorCode.OutOfBounds)]
    [InlineData("'<i4'", "(-1,)", ViewErrorCode.InvalidShape)]
    [InlineData("'<i4'", "(9223372036854775807, 2)", ViewErrorCode.InvalidShape)]
    [InlineData("'<i4'", "(9223372036854775808,)", ViewErrorCode.InvalidShape)]
    [InlineData("'<i4'", "(4294967296, 4294967296, 4294967296, 4294967296)", ViewErrorCode.InvalidShape)]
    [InlineData("'<i4'", "[1]", ViewErrorCode.FormatSyntax)]
    [InlineData("'<i4'", "(1)", ViewErrorCode.FormatSyntax)]
    [InlineData("'<i4'", "('1',)", ViewErrorCode.FormatSyntax)]
    [InlineData("'<i4'", "(1.0,)", ViewErrorCode.FormatSyntax)]
    [InlineData("'<i4'", "(True,)", ViewErrorCode.FormatSyntax)]
    [InlineData("'|S99999999999'", "(1,)", ViewErrorCode.InvalidShape)]
    [InlineData("'|V2147483648'", "(1,)", ViewErrorCode.InvalidShape)]
    [InlineData("[('a', '|V2147483647'), ('b', '|V2147483647')]", "(1,)", ViewErrorCode.InvalidShape)]
    [InlineData("[('a', '<i4', (65536, 65536, 65536, 65536))]", "(1,)", ViewErrorCode.InvalidShape)]
    [InlineData("[('a', '<i4', (-1,))]", "(1,)", ViewErrorCode.InvalidShape)]
    [InlineData("[('a', '<i4'), ('a', '<i4')]", "(1,)", ViewErrorCode.FormatSyntax)]
    [InlineData("[('a:b', '<i4')]", "(1,)", ViewErrorCode.NotExpressible)]
    [InlineData("[('a',)]", "(1,)", ViewErrorCode.FormatSyntax)]
    [InlineData("['a', '<i4']", "(1,)", ViewErrorCode.FormatSyntax)]
    [InlineData("[(1, '<i4')]", "(1,)", ViewErrorCode.FormatSyntax)]
    [InlineData("None", "(1,)", ViewErrorCode.FormatSyntax)]
    [InlineData("('<i4', (2,))", "(-1,)", ViewErrorCode.InvalidShape)]
    [InlineData("{'names': ['a', 'b'], 'formats': ['<i4', '<i4'], 'offsets': [0, 2]}", "(1,)", ViewErrorCode.NotExpressible)]
    [InlineData("{'names': ['a'], 'formats': ['<i4'], 'offsets': [8], 'itemsize': 9}", "(1,)", ViewErrorCode.FormatSyntax)]
    [InlineData("{'names': ['a'], 'formats': ['<i4', '<i4']}", "(1,)", ViewErrorCode.FormatSyntax)]
    [InlineData("{'names': ['a']}", "(1,)", ViewErrorCode.FormatSyntax)]
    [InlineData("__import__('os').system('true')", "(1,)", ViewErrorCode.FormatSyntax)]
    public void What_is_no_array_is_refused_with_its_reason(string descr, string shape, ViewErrorCode code)
    {
        ArrayFileException refusal = Assert.Throws<ArrayFileException>(() => NpyFile.Read(NpyBytes.Of(descr, shape, 16)));
        Assert.Equal(code, refusal.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1, 2]")]
    [InlineData("{'descr': '<i4', 'shape': (1,)}")]
    [InlineData("{'descr': '<i4', 'fortran_order': False, 'shape': (1,), 'more': 1}")]
    [InlineData("{'descr': '<i4', 'fortran_order': 0, 'shape': (1,)}")]
    [InlineData("{'descr': '<i4', 'fortran_order': False, 'shape': (1,)} 5")]
    [InlineData("{'descr': '<i4', 'fortran_order': False, 'shape': (1,)")]
    [InlineData("{'descr': '<i4', 'fortran_order': False, 'shape': (1 2)}")]
    [InlineData("{'descr': '<i4' 'fortran_order': False}")]
    [InlineData("{'descr': '<i4")]
    [InlineData("{'descr': '\\q'}")]
    [InlineData("{'descr': '\\x4'}")]
    [InlineData("{'descr': '\\U00110000'}")]
    [InlineData("{5: 6}")]
    [InlineData("{'descr'}")]
    [InlineData("{'descr': -}")]
    [InlineData("{'descr': 007}")]
    public void A_header_that_is_no_dictionary_of_the_three_keys_is_refused(string header)
    {
        ArrayFileException refusal = Assert.Throws<ArrayFileException>(() => NpyFile.Read(NpyBytes.Make(header, 16)));
        Assert.Equal(ViewErrorCode.FormatSyntax, refusal.Code);
    }

    [Theory]
    [InlineData('(')]
    [InlineData('[')]
    public void Nesting_is_bounded(char open)
    {
        string header = $"{{'descr': {new string(open, 60_000)}";
        ArrayFileException refusal = Assert.Throws<ArrayFileException>(() => NpyFile.Read(NpyBytes.Make(header, 0)));
        Assert.Contains("deeper", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Records_nest_deeply_but_not_without_end()
    {
        static string Nested(int levels) => string.Concat(Enumerable.Repeat("[('a', ", levels)) + "'<i4'" + string.Concat(Enumerable.Repeat(")]", levels));
        using NpyFile file = NpyFile.Read(NpyBytes.Of(Nested(40), "(1,)", 4));
        Assert.Equal(4, file.View.ItemSize);
        Assert.Throws<ArrayFileException>(() => NpyFile.Read(NpyBytes.Of(Nested(60), "(1,)", 4)));
    }

    [Fact]
    public void The_length_of_a_header_is_limited_before_it_is_read()
    {
        byte[] file = NpyBytes.Make("{}", 0, major: 2);
        file.AsSpan(8, 4).Fill(0xff);
        ArrayFileException refusal = Assert.Throws<ArrayFileException>(() => NpyFile.Read(file));
        Assert.Contains("4294967295 bytes, and 65536 is the limit", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArrayFileException>(() => NpyFile.Read(NpyBytes.Of("'|u1'", "(1,)", 1), new NpyOptions { MaxHeaderBytes = 20 }));
    }

    [Fact]
    public void Version_3_has_to_be_UTF_8()
    {
        byte[] file = NpyBytes.Make("{'descr': '#'}", 0, major: 3);
        file[Array.IndexOf(file, (byte)'#')] = 0xff;
        Assert.Throws<ArrayFileException>(() => NpyFile.Read(file));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(9)]
    public void Other_versions_are_refused(byte major)
    {
        byte[] file = NpyBytes.Of("'|u1'", "(1,)", 1);
        file[6] = major;
        Assert.Equal(ViewErrorCode.NotSupported, Assert.Throws<ArrayFileException>(() => NpyFile.Read(file)).Code);
    }

    [Fact]
    public void Other_files_are_told_by_their_first_bytes()
    {
        ArrayFileException refusal = Assert.Throws<ArrayFileException>(() => NpyFile.Read("PK\u0003\u0004 and so on"u8.ToArray()));
        Assert.Contains("504b0304", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused_by_every_way_to_read_it()
    {
        byte[] whole = NpyBytes.Of("[('a', '<i4'), ('b', '>f8', (2,))]", "(2,)", 40);
        for (int length = 0; length < whole.Length; length++)
        {
            byte[] cut = whole[..length];
            Assert.Throws<ArrayFileException>(() => NpyFile.Read(cut));
            using System.IO.MemoryStream stream = new(cut);
            Assert.Throws<ArrayFileException>(() => NpyFile.Read(stream));
        }
    }
}
