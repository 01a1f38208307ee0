using System;

namespace MemoryViews;

/// <summary>
/// Decides whether a bounded linear equation has a solution in integers:
/// <code>
///   c1*x1 + c2*x2 + ... + w = target,   0 &lt;= xi &lt;= ui,   0 &lt;= w &lt;= window
/// </code>
/// The x are indices along axes, the c are strides, and w stands for the bytes inside items, so "some sum of the terms lies in
/// [target - window, target]" is "some byte lies in both". The general problem is NP-hard (subset sum), so the search counts its steps
/// and answers yes when they run out.
/// </summary>
/// <remarks>
/// What keeps the search short:
/// <list type="number">
/// <item>Terms are absorbed: if c divides d and u >= d/c - 1, then c*x + d*y with x &lt;= u, y &lt;= v takes exactly the multiples of c up to
/// c*u + d*v, so both are one term (c, u + v*d/c). The window is the term (1, window). Contiguous axes vanish this way.</item>
/// <item>Range: what the terms after the current one can still reach is known, which leaves an interval for x.</item>
/// <item>Gcd: the terms after the current one sum to multiples of their gcd g, so (target - c*x) mod g must be at most the window.
/// The x that fulfil this are enumerated directly, each found in the logarithmic time of Euclid's algorithm.</item>
/// </list>
/// With two terms left, range and gcd together are sufficient: rank 1 against rank 1 is decided exactly, whatever the sizes.
/// <para>Every number stays inside 128 bits: the lengths of a shape minus one sum to less than 2^63 (their product does) and a stride is at
/// most 2^63, so the terms of one layout reach less than 2^126, and two layouts, or one taken twice, less than 2^127.</para>
/// </remarks>
internal ref struct OverlapSolver
{
    // A step is a visited node or a round of Euclid's algorithm, 20 to 100 ns: in all a few milliseconds, about what the copy costs that
    // a wrong "yes" leads to. Layouts met in practice take fewer than a hundred.
    private const int MaxSteps = 1 << 16;

    private readonly Span<Term> _terms;
    private Int128 _window;
    private int _count;
    private int _steps;

    /// <summary>An equation without terms.</summary>
    /// <param name="room">Room for as many terms as will be added.</param>
    public OverlapSolver(Span<Term> room) => _terms = room;

    /// <summary>Adds coefficient * x with x in [0, limit]. A coefficient of 0 adds nothing to a sum.</summary>
    public void Add(Int128 coefficient, Int128 limit)
    {
        if (coefficient != 0 && limit != 0)
        {
            _terms[_count++] = new Term { Coefficient = coefficient, Limit = limit };
        }
    }

    /// <summary>Adds a term of coefficient 1 with values in [0, limit].</summary>
    public void Widen(Int128 limit) => _window += limit;

    /// <summary>Whether the equation can be solved; true as well when the steps run out.</summary>
    public bool CanReach(Int128 target)
    {
        _terms[.._count].Sort(static (a, b) => a.Coefficient.CompareTo(b.Coefficient));
        Absorb();
        _terms[.._count].Reverse();
        (Int128 reach, Int128 gcd) = SumUp();
        _steps = MaxSteps;
        return target >= 0 && target - _window <= reach && (gcd == 0 || target % gcd <= _window) && Search(0, target);
    }

    // Ascending order; the kept terms grow at the front of the same span.
    private void Absorb()
    {
        int kept = 0;
        for (int i = 0; i < _count; i++)
        {
            Term term = _terms[i];
            Int128 unit = kept == 0 ? 1 : _terms[kept - 1].Coefficient;
            Int128 limit = kept == 0 ? _window : _terms[kept - 1].Limit;
            (Int128 ratio, Int128 rest) = Int128.DivRem(term.Coefficient, unit);
            if (rest != 0 || limit < ratio - 1)
            {
                _terms[kept++] = term;
            }
            else if (kept == 0)
            {
                _window += ratio * term.Limit;
            }
            else
            {
                _terms[kept - 1].Limit += ratio * term.Limit;
            }
        }

        _count = kept;
    }

    private readonly (Int128 Reach, Int128 Gcd) SumUp()
    {
        Int128 reach = 0, gcd = 0;
        for (int i = _count - 1; i >= 0; i--)
        {
            ref Term term = ref _terms[i];
            term.RestReach = reach;
            term.RestGcd = gcd;
            reach += term.Coefficient * term.Limit;
            gcd = Gcd(term.Coefficient, gcd);
        }

        return (reach, gcd);
    }

    // Called only where the terms from here on pass both tests: [target - window, target] meets [0, their reach] and holds a multiple of
    // their gcd. For one term that is enough: if the largest multiple of c in the window is above c*u, then target >= c*(u + 1) while
    // target - window <= c*u, so c*u lies in the window too.
    private bool Search(int index, Int128 target)
    {
        if (index >= _count - 1)
        {
            return true;
        }

        Term term = _terms[index];
        Int128 low = target - _window - term.RestReach;
        Int128 first = low <= 0 ? 0 : CeilingOf(low, term.Coefficient);
        Int128 last = Int128.Min(term.Limit, target / term.Coefficient);
        for (Int128 x = NextFit(term, target, first, last); x <= last; x = NextFit(term, target, x + 1, last))
        {
            if (--_steps < 0 || Search(index + 1, target - term.Coefficient * x))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first x from <paramref name="x"/> on with (target - c*x) mod g in [0, window]; above last when there is none.</summary>
    private Int128 NextFit(in Term term, Int128 target, Int128 x, Int128 last)
    {
        Int128 gcd = term.RestGcd;
        if (x > last)
        {
            return x;
        }

        Int128 rest = (target - term.Coefficient * x) % gcd;
        if (rest <= _window)
        {
            return x;
        }

        // Each further x adds (-c) mod g, and from rest on the window is [g - rest, g - rest + window]; it ends below g as rest > window.
        Int128 jump = FirstMultipleIn(ModuloOf(-term.Coefficient, gcd), gcd, gcd - rest, gcd - rest + _window);
        return jump < 0 ? last + 1 : x + jump;
    }

    // The smallest x >= 0 with low <= a*x mod m <= high, where 0 <= a < m and 0 <= low <= high < m; -1 when there is none. If no multiple of a
    // lies in [low, high], some y turns of the modulus must help: a*x in [low + m*y, high + m*y], so m*y mod a in [-high, -low] mod a: the same
    // question for (m mod a, a), as in Euclid's algorithm. Products stay below m*m, at most 2^126.
    private Int128 FirstMultipleIn(Int128 a, Int128 m, Int128 low, Int128 high)
    {
        _steps--;
        if (low == 0 || a == 0)
        {
            return low == 0 ? 0 : -1;
        }

        Int128 x = CeilingOf(low, a);
        if (a * x <= high)
        {
            return x;
        }

        Int128 y = FirstMultipleIn(m % a, a, ModuloOf(-high, a), ModuloOf(-low, a));
        return y < 0 ? -1 : CeilingOf(low + m * y, a);
    }

    private static Int128 CeilingOf(Int128 value, Int128 divisor) => (value - 1) / divisor + 1;

    private static Int128 ModuloOf(Int128 value, Int128 modulus)
    {
        Int128 rest = value % modulus;
        return rest < 0 ? rest + modulus : rest;
    }

    private static Int128 Gcd(Int128 a, Int128 b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }

    /// <summary>coefficient * x with x in [0, limit], and what the smaller terms after it can do.</summary>
    internal struct Term
    {
        /// <summary>The size of a stride.</summary>
        public Int128 Coefficient;

        /// <summary>The largest value of x.</summary>
        public Int128 Limit;

        /// <summary>The largest sum of the terms after this one.</summary>
        public Int128 RestReach;

        /// <summary>The greatest common divisor of the terms after this one; 0 when there is none.</summary>
        public Int128 RestGcd;
    }
}
