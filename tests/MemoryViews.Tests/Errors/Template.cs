using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace MemoryViews.Tests.Errors;

/// <summary>Whether a message was written by a method: the texts in the method's code are looked for in it.</summary>
internal static class Template
{
    private const byte LoadString = 0x72;
    private const byte StringTable = 0x70;

    // Shorter texts are found anywhere.
    private const int Least = 9;

    public static bool Fits(MethodInfo method, string message)
    {
        List<string> texts = [.. Texts(method).Where(text => text.Length >= Least)];

        // A method without texts of its own passes on what its caller wrote.
        return texts.Count == 0 || texts.Any(text => message.Contains(text, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Texts(MethodInfo method)
    {
        byte[] code = method.GetMethodBody()!.GetILAsByteArray()!;
        for (int i = 0; i + 4 < code.Length; i++)
        {
            if (code[i] == LoadString && code[i + 4] == StringTable)
            {
                yield return method.Module.ResolveString(BitConverter.ToInt32(code, i + 1));
            }
        }
    }
}
