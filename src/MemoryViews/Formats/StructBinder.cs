using System;
using System.Collections.Generic;

namespace MemoryViews;

/// <summary>
/// Follows a format and a struct in step, number by number, and notes which bytes go where.
/// <code>
///   "&gt;Hd"     H H d d d d d d d d
///              ×   ╲ ╲ ╲ ...            × reversed on the way
///   struct     y y . . . . . . x x x x x x x x
/// </code>
/// </summary>
internal sealed class StructBinder(Struct format, Type type, StructNumber[] numbers)
{
    private readonly List<StructMove> _moves = [];
    private readonly List<StructMove> _booleans = [];
    private int _at;

    /// <summary>What a binding needs to know; throws when format and struct differ.</summary>
    public StructMoves Bind(FormatPlan plan)
    {
        Follow(plan, 0);
        return _at == numbers.Length
            ? new StructMoves([.. _moves], [.. _booleans])
            : throw Error.BindSurplus(format.Text, type.Name, numbers[_at].Name);
    }

    private void Follow(FormatPlan plan, nint start)
    {
        foreach (FormatSlot slot in plan.Slots)
        {
            for (nint i = 0; i < slot.Units && slot.Code != 'x'; i++)
            {
                nint offset = start + slot.Offset + (i * slot.Size);
                if (slot.Record is { } record)
                {
                    Follow(record, offset);
                }
                else
                {
                    FollowUnit(slot, offset);
                }
            }
        }
    }

    // Bytes and text are their characters, a complex number is its two parts.
    private void FollowUnit(FormatSlot slot, nint offset)
    {
        (ScalarKind kind, int parts) = slot.Code is 's' or 'p' ? (ScalarKind.UInt8, 1) : Split(slot.Kind);
        if (kind is ScalarKind.None or ScalarKind.LongDouble)
        {
            throw Error.BindNoType(format.Text, slot.Source.UnitText(format.Text), offset);
        }

        int size = ScalarKinds.SizeOf(kind);
        for (nint i = 0; i < slot.Length * parts; i++)
        {
            Add(slot, kind, offset + (i * size), size);
        }
    }

    private void Add(FormatSlot slot, ScalarKind kind, nint offset, int size)
    {
        if (_at == numbers.Length)
        {
            throw Error.BindMissing(format.Text, type.Name, numbers.Length, slot.Source.UnitText(format.Text), offset);
        }

        StructNumber number = numbers[_at++];
        if (number.Kind != kind)
        {
            throw Error.BindKind(format.Text, type.Name, number.Name, NameOf(number.Kind), slot.Source.UnitText(format.Text), offset, NameOf(kind));
        }

        // Formats with a codec and structs are both at most int.MaxValue bytes.
        StructMove move = new((int)offset, (int)number.Offset, size, slot.IsSwapped && size > 1);
        if (kind == ScalarKind.Boolean)
        {
            _booleans.Add(move);
        }

        if (_moves.Count > 0 && _moves[^1].Join(move) is { } joined)
        {
            _moves[^1] = joined;
        }
        else
        {
            _moves.Add(move);
        }
    }

    private static (ScalarKind Kind, int Parts) Split(ScalarKind kind) => kind switch
    {
        ScalarKind.Char8 => (ScalarKind.UInt8, 1),
        ScalarKind.Utf32 => (ScalarKind.UInt32, 1),
        ScalarKind.Complex64 => (ScalarKind.Float32, 2),
        ScalarKind.Complex128 => (ScalarKind.Float64, 2),
        _ => (kind, 1),
    };

    private static string NameOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Int8 => "an sbyte",
        ScalarKind.UInt8 => "a byte",
        ScalarKind.Int16 => "a short",
        ScalarKind.UInt16 => "a ushort",
        ScalarKind.Int32 => "an int",
        ScalarKind.UInt32 => "a uint",
        ScalarKind.Int64 => "a long",
        ScalarKind.UInt64 => "a ulong",
        ScalarKind.Float16 => "a Half",
        ScalarKind.Float32 => "a float",
        ScalarKind.Float64 => "a double",
        ScalarKind.Boolean => "a bool",
        _ => "a char",
    };
}

/// <summary>The way between the records of a format and a struct: from record to struct as written down, and back.</summary>
/// <param name="Moves">All bytes that hold numbers, in the order of the format.</param>
/// <param name="Booleans">Those of truth values.</param>
internal sealed record StructMoves(StructMove[] Moves, StructMove[] Booleans)
{
    /// <summary>The way from struct to record.</summary>
    public StructMoves Back => new(Array.ConvertAll(Moves, move => move.Back), Array.ConvertAll(Booleans, move => move.Back));
}
