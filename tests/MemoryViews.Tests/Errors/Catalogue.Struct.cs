using System;

namespace MemoryViews.Tests.Errors;

internal static partial class Catalogue
{
    private static Provocation[] StructSites =>
    [
        new("PackCount", () => Struct.Parse("<hi").Pack(1), "'<hi'", "2 values", "but 1 came"),
        new("PackRoom", () => Struct.Parse("<hi").PackInto(new byte[5].AsSpan(), 1, 2), "6 bytes", "room for 5"),
        new("PackTooLarge", () => Struct.Parse("2147483600x").Pack(), "2147483600 bytes", "PackInto"),
        new("PackOverflow", () => Struct.Parse("<f").Pack(1e39), "'<f'", "1E+39", "3.4e38"),
        new("RecordLength", () => Struct.Parse("<hi").Unpack(new byte[7]), "6 bytes", "but 7 came", "UnpackFrom"),
        new("RecordTooShort", () => Struct.Parse("<hi").Field<short>(0).Read(new byte[5]), "6 bytes", "only 5 bytes"),
        new("RecordOffset", () => Struct.Parse("<hi").UnpackFrom(new byte[8], 3), "offset 3", "has 8 bytes", "0 to 2"),
        new("RecordsCut", () => { foreach (object?[] _ in Struct.Parse("<hi").Iterate(new byte[8].AsSpan())) { } }, "2 bytes into a record of 6 bytes", "whole records"),
        new("RecordEmpty", () => { foreach (object?[] _ in Struct.Parse("0s").Iterate(new byte[8].AsSpan())) { } }, "'0s'", "no bytes"),
        new("RecordsRoom", () => Struct.Parse("<hi").Bind<(short, int)>().Write(new byte[5], new (short, int)[1]), "6 bytes", "there are 5"),
        new("BindKind", () => Struct.Parse("<hi").Bind<(short, float)>(), "'<hi'", "at byte 2", "change the format"),
        new("BindMissing", () => Struct.Parse("<hii").Bind<(short, int)>(), "2 numbers", "at byte 6", "Add a field"),
        new("BindSurplus", () => Struct.Parse("<h").Bind<(short, int)>(), "'<h'", "ends before", "Remove the field"),
        new("BindNoType", () => Struct.Parse("hg", FormatDialect.Pep3118).Bind<(short, int)>(), "'hg'", "at byte 16", "no type"),
        new("BindOrder", () => Struct.Parse("<q").Bind<DateTime>(), "DateTime", "no fixed order", "explicit layout"),
        new("FieldIndex", () => Struct.Parse("<hi").Field<int>(2), "no value 2", "2 values", "from 0"),
        new("FieldName", () => Struct.Parse("<hi").Field<int>("x"), "'x'", "'<hi'", "between colons"),
        new("FieldNotScalar", () => Struct.Parse("T{<h:a:(2)i:b:}", FormatDialect.Pep3118).Field<int>("b"), "b", "no single number"),
        new("FieldKind", () => Struct.Parse("<hi").Field<float>(1), "'<hi'", "kind 'i'", "no Single"),
    ];
}
