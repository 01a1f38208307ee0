using System;
using System.Linq;
using System.Text;
using Xunit;

namespace MemoryViews.Tests.Structs;

/// <summary>Random formats, held against Python's rules as <see cref="PythonStruct"/> has them, and against themselves.</summary>
public class StructPropertyTests
{
    private const string Codes = "xcbB?hHiIlLqQefdsp";

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Random_formats_pack_and_unpack_as_in_Python(int seed)
    {
        Random random = new(seed);
        for (int round = 0; round < 50; round++)
        {
            string text = RandomFormat(random, out object?[] values);
            Struct format = Struct.Parse(text);
            PythonStruct python = new(text);
            Assert.Equal((python.Size, values.Length), (format.Size, format.ValueCount));
            byte[] packed = format.Pack(values);
            Assert.Equal(python.Pack(values), packed);
            Assert.Equal(python.Unpack(packed), format.Unpack(packed));
            byte[] noise = new byte[packed.Length];
            random.NextBytes(noise);
            Assert.Equal(python.Unpack(noise), format.Unpack(noise));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Random_orders_and_padding_bind_to_one_struct(int seed)
    {
        Random random = new(seed);
        for (int round = 0; round < 25; round++)
        {
            StringBuilder text = new("<>=!@"[random.Next(5)].ToString());
            foreach (char code in "QbHdfi?h")
            {
                text.Append(random.Next(3) > 0 ? "" : $"{random.Next(1, 40)}x").Append(code);
            }

            Struct format = Struct.Parse(text.ToString());
            byte[] bytes = new byte[(int)format.Size];
            random.NextBytes(bytes);

            // On its way through double, as packing goes, a signalling NaN of a float becomes a quiet one.
            format.Field<float>(4).Write(bytes, random.NextSingle());
            object?[] values = format.Unpack(bytes);
            Mixed mixed = format.Bind<Mixed>().Read(bytes);
            Assert.Equal(values, [mixed.A, mixed.B, mixed.C, mixed.D, mixed.E, mixed.F, mixed.G, mixed.H]);
            byte[] written = new byte[bytes.Length];
            format.Bind<Mixed>().Write(written, mixed);
            Assert.Equal(format.Pack(values), written);
        }
    }

    private static string RandomFormat(Random random, out object?[] values)
    {
        StringBuilder text = new(random.Next(6) is var order && order < 5 ? "<>=!@"[order].ToString() : "");
        System.Collections.Generic.List<object?> list = [];
        for (int i = random.Next(6); i >= 0; i--)
        {
            char code = Codes[random.Next(Codes.Length)];
            int count = random.Next(4);
            bool isCounted = random.Next(2) == 0;
            text.Append(random.Next(4) == 0 ? " " : "").Append(isCounted ? count.ToString(System.Globalization.CultureInfo.InvariantCulture) : "").Append(code);
            int items = code == 'x' ? 0 : code is 's' or 'p' || !isCounted ? 1 : count;
            list.AddRange(Enumerable.Range(0, items).Select(_ => RandomValue(random, code)));
        }

        values = [.. list];
        return text.ToString();
    }

    private static object RandomValue(Random random, char code) => code switch
    {
        'c' => new[] { (byte)random.Next(256) },
        's' or 'p' => Encoding.ASCII.GetBytes("abcdef"[..random.Next(6)]),
        '?' => random.Next(2) == 1,
        'e' or 'f' or 'd' => random.Next(-1000, 1000) / 8.0,
        'b' or 'B' => random.Next(128),
        'h' or 'H' => random.Next(32768),
        'i' or 'I' or 'l' or 'L' => random.Next(),
        _ => random.NextInt64(),
    };

    private record struct Mixed(ulong A, sbyte B, ushort C, double D, float E, int F, bool G, short H);
}
