using System;

namespace MemoryViews.Python;

/// <summary>The arguments of a call as Python hands them to a fast function: those by position, then those by name, whose names are a tuple.</summary>
internal static unsafe class CallArguments
{
    /// <summary>Puts each argument (borrowed) where its parameter is; 0 where none was given.</summary>
    /// <param name="method">The method, for messages.</param>
    /// <param name="values">The arguments.</param>
    /// <param name="given">How many are by position.</param>
    /// <param name="names">The names of the others; 0 for none.</param>
    /// <param name="required">How many parameters must be there.</param>
    /// <param name="bound">One place for each parameter.</param>
    /// <param name="parameters">Their names.</param>
    /// <exception cref="PythonValueException">Too many, too few, unknown or doubled arguments. Python: TypeError.</exception>
    public static void Bind(string method, nint* values, nint given, nint names, int required, Span<nint> bound, params ReadOnlySpan<string> parameters)
    {
        int named = names == 0 ? 0 : (int)Py.TupleSize(names);
        if (given + named > parameters.Length)
        {
            throw Error.TooManyArguments(method, parameters.Length, given + named);
        }

        for (int i = 0; i < given; i++)
        {
            bound[i] = values[i];
        }

        for (int i = 0; i < named; i++)
        {
            string name = PyText.Read(Py.TupleGetItem(names, i));
            int place = parameters.IndexOf(name);
            bound[place] = place < 0 ? throw Error.UnknownArgument(method, name) : bound[place] != 0 ? throw Error.ArgumentTwice(method, name) : values[given + i];
        }

        int missing = bound[..required].IndexOf(0);
        if (missing >= 0)
        {
            throw Error.MissingArgument(method, parameters[missing]);
        }
    }
}
