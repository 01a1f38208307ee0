using System;
using System.Collections.Generic;

namespace MemoryViews.Python;

/// <summary>Every exception of this package is made here, one method a throw site: what was asked, the limit, what would have worked.</summary>
internal static partial class Error
{
    public static Exception Released(string what) => new PythonReleasedException(
        what, $"The {what} was disposed: keep it, or another reference to the same object, for as long as it is used.");

    public static Exception NullPointer(string what) => new PythonValueException(
        ViewErrorCode.InvalidArgument, $"A null {what} was given: give the address of a live Python object.");

    public static Exception NoCounterpart(Type type) => new PythonValueException(
        ViewErrorCode.InvalidType,
        $"A {type} has no counterpart in Python: None, bool, numbers, texts, byte[], tuples, lists, dictionaries by text, Python objects and anything with a buffer have.");

    public static Exception WrongType(string wanted, string found) => new PythonValueException(
        ViewErrorCode.InvalidType, $"A Python {wanted} is needed here, and the object is a {found}.");

    public static Exception TooDeep() => new PythonValueException(
        ViewErrorCode.ValueRange, "Tuples or lists are nested too deep to be converted: take the items one by one, as PythonObject.");

    public static Exception IntegerTooLarge(string wanted) => new PythonValueException(
        ViewErrorCode.ValueOverflow, $"The Python int does not fit a {wanted}: ask for a BigInteger.");

    /// <summary>Python's own words come first, so that they stay what they were when they go back there.</summary>
    public static Exception Refused(string message, BufferRequest request) => new BufferException($"{message} (asked of a Python object: {request}).");

    public static Exception BrokenBuffer(string typeName, string reason) => new BufferException(
        $"The buffer of the {typeName} cannot be used: {reason}. It was given back.");

    private static string Lines(IEnumerable<string> lines) => string.Join("\n  ", lines);
}
