using System;
using Xunit;

namespace MemoryViews.Sqlite.Tests;

/// <summary>Checks an exception as callers see it: its type, its code, and that the message holds the facts.</summary>
internal static class Refusal
{
    public static void Of<T>(ViewErrorCode code, Action action, params string[] facts)
        where T : Exception, IViewException
    {
        T refusal = Assert.Throws<T>(action);
        Assert.Equal(code, refusal.Code);
        foreach (string fact in facts)
        {
            Assert.Contains(fact, refusal.Message, StringComparison.Ordinal);
        }
    }

    public static void Of(ViewErrorCode code, Action action, params string[] facts) => Of<SqliteViewException>(code, action, facts);
}
