using System.Collections.Generic;

namespace MemoryViews.Stress.Schedules;

/// <summary>
/// A counted loan: <see cref="BufferExport"/> with its views, and <see cref="LoanTicket"/> with its holders, leases and finalizer. The view that
/// took the loan is known to all threads; views made from it, shares and leases belong to the thread that made them. What threads drop is the
/// finalizer's to give back; holders that were dropped together with the ticket may let go before its finalizer or after.
/// </summary>
internal sealed partial class LoanMachine(LoanRules rules, int threads, int operations) : IMachine<LoanState>
{
    private static readonly LoanOperation[] s_alphabet =
    [
        LoanOperation.Derive, LoanOperation.Release, LoanOperation.ReleaseRoot, LoanOperation.DisposeRoot, LoanOperation.DisposeLoan,
        LoanOperation.Share, LoanOperation.DisposeShare, LoanOperation.Lease, LoanOperation.Return, LoanOperation.Drop,
    ];

    public LoanState Start
    {
        get
        {
            LoanState start = new() { Views = rules.Added(0), Holders = 1, IsRootOut = true };
            for (int i = 0; i < threads; i++)
            {
                start.Actors[i].Left = (byte)operations;
            }

            return start;
        }
    }

    public int Actors => threads + 1;

    private int Finalizer => threads;

    public void Step(in LoanState state, int actor, List<LoanState> next)
    {
        if (state.Actors[actor].At != LoanStep.Idle)
        {
            Add(state, actor, next);
        }
        else if (actor == Finalizer)
        {
            BeginFinalizer(in state, next);
        }
        else
        {
            foreach (LoanOperation operation in s_alphabet)
            {
                Begin(state, actor, operation, next);
            }
        }
    }

    public LoanState Canonical(LoanState state)
    {
        state.Actors.Sort(threads);
        return state;
    }

    public string? Fault(in LoanState state)
    {
        LoanCount own = Count(in state);
        return state.Wrong != LoanWrong.Nothing ? Words.Of(state.Wrong)
            : state.Told > 1 ? "the exporter is told twice"
            : state.Told > 0 && own.Leases > 0 ? "the memory went back under a lease"
            : state.Told > 0 && !state.IsFinalized && (state.Views >= 0 || own.Shares > 0) ? "the memory went back while the loan was held"
            : state.WasEnded && state.Views >= 0 ? "a loan that is over is alive again"
            : state.Views >= 0 && state.Views != own.Views ? $"{own.Views} views, but {state.Views} counted"
            : state.Holders != own.Holders ? $"{own.Holders} holders, but {state.Holders} counted"
            : rules.CountsLeases && state.Leases != own.CountedLeases ? $"{own.CountedLeases} leases, but {state.Leases} counted"
            : null;
    }

    public string? FaultAtEnd(in LoanState state)
        => state.ForgottenLeases > 0 ? state.Told == 0 ? null : "a forgotten lease does not keep the loan"
            : state.Told == 1 ? null : "all have let go, but the exporter is not told";

    public string Describe(in LoanState state, int actor) => actor < 0
        ? $"{state.Views} views, {state.Holders} holders, {state.Leases} leases, told {state.Told} times"
        : state.Actors[actor].At == LoanStep.Idle ? $"{actor} begins" : $"{actor} {state.Actors[actor].Operation}.{state.Actors[actor].At}";

    // What the counts should be, by where everybody stands.
    private LoanCount Count(in LoanState state)
    {
        int views = state.ForgottenViews + (state.IsRootOut ? 1 : 0), shares = state.ForgottenShares, leases = state.ForgottenLeases, inFlight = 0, uncounted = 0;
        for (int i = 0; i < Actors; i++)
        {
            LoanActor self = state.Actors[i];
            views += self.Views + (self.At is LoanStep.ReadToDrop or LoanStep.SwapToDrop || (self.At == LoanStep.EndLoan && self.Operation == LoanOperation.DisposeRoot) ? 1 : 0);
            shares += self.Shares;
            leases += self.Leases;
            inFlight += self.At is LoanStep.CountLease or LoanStep.UncountLease or LoanStep.ReturnHold ? 1 : 0;
            uncounted += self.At == LoanStep.UncountLease ? 1 : 0;
        }

        return new(views, shares, leases, leases + uncounted, (state.Views >= 0 ? 1 : 0) + shares + leases + inFlight);
    }

    private void Begin(LoanState state, int actor, LoanOperation operation, List<LoanState> next)
    {
        ref LoanActor self = ref state.Actors[actor];
        if (operation == LoanOperation.Drop)
        {
            state.ForgottenViews += self.Views;
            state.ForgottenShares += self.Shares;
            state.ForgottenLeases += self.Leases;
            self = new() { At = LoanStep.Gone };
            next.Add(state);
        }
        else if (self.Left > 0 && Has(ref self, operation))
        {
            self.Left--;
            self.Operation = operation;
            self.At = FirstStep(operation);
            Add(state, actor, next);
        }
    }

    // Takes what the operation lets go of out of the thread's own hands.
    private static bool Has(ref LoanActor self, LoanOperation operation)
    {
        switch (operation)
        {
            case LoanOperation.Release:
                return self.Views > 0 && self.Views-- > 0;
            case LoanOperation.DisposeShare:
                return self.Shares > 0 && self.Shares-- > 0;
            case LoanOperation.Return:
                return self.Leases > 0 && self.Leases-- > 0;
            default:
                return true;
        }
    }

    private static LoanStep FirstStep(LoanOperation operation) => operation switch
    {
        LoanOperation.Release => LoanStep.ReadToDrop,
        LoanOperation.ReleaseRoot or LoanOperation.DisposeRoot => LoanStep.TakeRoot,
        LoanOperation.DisposeLoan => LoanStep.EndLoan,
        LoanOperation.DisposeShare => LoanStep.ReturnHold,
        LoanOperation.Return => LoanStep.UncountLease,
        LoanOperation.Finalize => LoanStep.LookForLeases,
        _ => LoanStep.LookAtRoot,
    };

    private void BeginFinalizer(in LoanState state, List<LoanState> next)
    {
        for (int i = 0; i < threads; i++)
        {
            if (state.Actors[i].At != LoanStep.Gone)
            {
                return;
            }
        }

        if (!state.IsSuppressed && !state.IsFinalized && !state.IsKept)
        {
            Begin(state, LoanOperation.Finalize, next);
        }

        if (state.ForgottenLeases > 0)
        {
            Begin(state with { ForgottenLeases = (byte)(state.ForgottenLeases - 1), IsKept = false }, LoanOperation.Return, next);
        }

        if (state.ForgottenShares > 0)
        {
            Begin(state with { ForgottenShares = (byte)(state.ForgottenShares - 1) }, LoanOperation.DisposeShare, next);
        }

        if (state.Views >= 0)
        {
            Begin(state, LoanOperation.DisposeLoan, next);
        }
    }

    private void Begin(LoanState state, LoanOperation operation, List<LoanState> next)
    {
        state.Actors[Finalizer].Operation = operation;
        state.Actors[Finalizer].At = FirstStep(operation);
        Add(state, Finalizer, next);
    }

    private readonly record struct LoanCount(int Views, int Shares, int Leases, int CountedLeases, int Holders);
}
