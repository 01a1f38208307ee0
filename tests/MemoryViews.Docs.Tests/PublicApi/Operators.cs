using System;
using System.Collections.Generic;
using System.Reflection;

namespace MemoryViews.Docs.Tests.PublicApi;

/// <summary>The head of a method: "int Name", "bool operator ==", "implicit operator Slice".</summary>
internal static class Operators
{
    private static readonly Dictionary<string, string> s_signs = new(StringComparer.Ordinal)
    {
        ["op_Equality"] = "==",
        ["op_Inequality"] = "!=",
        ["op_LessThan"] = "<",
        ["op_LessThanOrEqual"] = "<=",
        ["op_GreaterThan"] = ">",
        ["op_GreaterThanOrEqual"] = ">=",
        ["op_Addition"] = "+",
        ["op_Subtraction"] = "-",
        ["op_UnaryNegation"] = "-",
        ["op_Multiply"] = "*",
        ["op_Division"] = "/",
        ["op_BitwiseAnd"] = "&",
        ["op_BitwiseOr"] = "|",
        ["op_OnesComplement"] = "~",
        ["op_LogicalNot"] = "!",
        ["op_True"] = "true",
        ["op_False"] = "false",
    };

    public static string Head(MethodInfo method, string type) => method.Name switch
    {
        "op_Implicit" => $"implicit operator {type}",
        "op_Explicit" => $"explicit operator {type}",
        _ when s_signs.TryGetValue(method.Name, out string? sign) => $"{type} operator {sign}",
        _ => $"{type} {method.Name}",
    };
}
