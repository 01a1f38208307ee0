using System;
using System.Collections.Concurrent;
using System.Reflection;
using Xunit.v3;

namespace MemoryViews;

/// <summary>
/// Each test of the assembly gives back every loan, lease and block that it made, or says why not by <see cref="LeavesBehindAttribute"/>.
/// What its class makes before the test begins, and takes down after it, is the class's own.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class LeakCheckedAttribute : BeforeAfterTestAttribute
{
    private readonly ConcurrentDictionary<string, LeakCheck> _checks = new();

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (methodUnderTest.GetCustomAttribute<LeavesBehindAttribute>() is null && methodUnderTest.DeclaringType!.GetCustomAttribute<LeavesBehindAttribute>() is null)
        {
            _checks[test.UniqueID] = LeakCheck.Start();
        }
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (_checks.TryRemove(test.UniqueID, out LeakCheck? check))
        {
            check.Dispose();
            check.ThrowIfAny();
        }
    }
}

/// <summary>A test, or a class of tests, that leaves loans, leases or blocks to the collector.</summary>
/// <param name="reason">Why.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
internal sealed class LeavesBehindAttribute(string reason) : Attribute
{
    public string Reason => reason;
}
