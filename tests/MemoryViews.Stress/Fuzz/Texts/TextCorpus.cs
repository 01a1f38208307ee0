namespace MemoryViews.Stress.Fuzz;

/// <summary>Texts that are right, from which others are made: what the documents show and what other programs write.</summary>
internal static class TextCorpus
{
    /// <summary>Formats of all three dialects.</summary>
    public static readonly string[] Formats =
    [
        "B", "i", "<i", ">d", "=h", "!Q", "@l", "4i", "10s", "5p", "?", "c", "e", "f", "Zf", "Zd", "Zg", "g", "n", "N", "P", "u", "w", "3u", "4w", "O", "x", "7x", "&i", "X{}", "t", "3t",
        "T{}", "T{i:a:}", "T{i:id:(3)f:xyz:}", "T{<I:sec:<I:usec:}", "T{h:A:2xi:B:}", "(2,3)i", "(2, 3)<h", "2(3)f", "<hhl", ">2h4B", "ihb", "T{T{i:x:i:y:}:p:d:w:}", "&T{i:a:}",
        "T{B:r:B:g:B:b:}", "T{<f8:x:}", "T{=i:a:>d:b:@q:c:}", "0i", "0s", "T{0i:none:}", "T{(2)T{h:a:b:b:}:rows:}", "  i  h ", "X{i->d}", "^i", "T{(2,2)Zd:m:16s:name:?:ok:}", "3x2h:z:",
        "T{i:a.b:}", "T{i:a b:}", "T{i::}", "9223372036854775807b", "(1,1,1,1)B", "T{10s:key:&B:value:}",
    ];

    public static readonly string[] Slices =
    [
        ":", "::", "1:", ":5", "1:5", "::-1", "2:20:3", "-1::-2", " 1 : 2 ", "+3:", "-9223372036854775808:", "9223372036854775808:0", ":-0:1", "0:10:+2", "\t1:\n2", "99999999999999999999999999:1:-1",
    ];

    public static readonly string[] Typestrs =
    [
        "<f4", ">i2", "|u1", "|b1", "=f8", "f8", "<c16", ">c8", "S8", "|S0", "a3", "U4", "<U10", "V16", "|V0", "O", "O8", "<M8[ns]", "m8", "i8", "u4", "f2", "<f16", "|i1",
    ];

    public static readonly string[] HexTexts = ["", "00", "0aFF", "de ad be ef", "  01\t02\n03 ", "a b", "0x10", "zz", "é0"];
}
