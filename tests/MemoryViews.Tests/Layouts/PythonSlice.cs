using System.Collections.Generic;
using System.Numerics;

namespace MemoryViews.Tests.LayoutAlgebra;

/// <summary>Python's <c>slice.indices</c>, written down from its documentation in unbounded integers.</summary>
internal static class PythonSlice
{
    public static (BigInteger Start, BigInteger Stop, BigInteger Step) Indices(BigInteger? start, BigInteger? stop, BigInteger? step, BigInteger length)
    {
        BigInteger by = step ?? 1, lowest = by < 0 ? -1 : 0, highest = by < 0 ? length - 1 : length;
        BigInteger Limit(BigInteger? bound, BigInteger missing)
        {
            if (bound is not BigInteger given)
            {
                return missing;
            }

            BigInteger counted = given < 0 ? given + length : given;
            return BigInteger.Min(BigInteger.Max(counted, lowest), highest);
        }

        return by < 0
            ? (Limit(start, highest), Limit(stop, lowest), by)
            : (Limit(start, lowest), Limit(stop, highest), by);
    }

    /// <summary>The indices a slice takes, one by one: <c>list(range(*slice.indices(length)))</c>.</summary>
    public static List<nint> Taken(nint? start, nint? stop, nint? step, nint length)
    {
        (BigInteger from, BigInteger to, BigInteger by) = Indices(start, stop, step, length);
        List<nint> taken = [];
        for (BigInteger i = from; by > 0 ? i < to : i > to; i += by)
        {
            taken.Add((nint)i);
        }

        return taken;
    }
}
