using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace MemoryViews.Architecture.Tests.Rooms;

/// <summary>Reads the metadata tokens out of a method body: every type, method, field and signature that its instructions name.</summary>
internal static class IlTokens
{
    // One-byte opcodes are their own key; two-byte ones all begin with 0xFE, as in 0xFE06 (ldftn).
    private static readonly Dictionary<ushort, OperandType> s_operands = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (ushort)code.Value, code => code.OperandType);

    public static IEnumerable<EntityHandle> In(MethodBodyBlock body)
    {
        List<EntityHandle> tokens = [];
        BlobReader reader = body.GetILReader();
        while (reader.RemainingBytes > 0)
        {
            OperandType operand = s_operands[ReadOpCode(ref reader)];
            if (operand is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineSig or OperandType.InlineTok or OperandType.InlineType)
            {
                tokens.Add(MetadataTokens.EntityHandle(reader.ReadInt32()));
            }
            else
            {
                reader.Offset += SizeOf(operand, reader);
            }
        }

        return tokens;
    }

    private static ushort ReadOpCode(ref BlobReader reader)
    {
        byte first = reader.ReadByte();
        return first == 0xFE ? (ushort)(0xFE00 | reader.ReadByte()) : first;
    }

    // The reader is a copy: the length of a switch table is looked at without moving on.
    private static int SizeOf(OperandType operand, BlobReader reader) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineBrTarget or OperandType.InlineI or OperandType.InlineString or OperandType.ShortInlineR => 4,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * reader.ReadInt32()),
        _ => throw new InvalidOperationException($"An instruction operand of kind {operand} is unknown."),
    };
}
