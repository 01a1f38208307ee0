using System.Collections.Generic;

namespace MemoryViews.Stress.Schedules;

// One step each, in the order in which BufferExport and LoanTicket take them.
internal sealed partial class LoanMachine
{
    private void Add(LoanState state, int actor, List<LoanState> next)
    {
        ref LoanActor self = ref state.Actors[actor];
        if (self.At == LoanStep.Gone)
        {
            return;
        }

        if (self.At == LoanStep.CountLease)
        {
            CountLease(state, actor, next);
            return;
        }

        Move(ref state, ref self);
        state.WasEnded |= state.Views < 0;
        next.Add(state);
    }

    private static void End(ref LoanActor self) => self = self with { At = LoanStep.Idle, Operation = LoanOperation.None, Seen = 0 };

    // The memory admits the lease, or it is closed and the hold goes back.
    private void CountLease(LoanState state, int actor, List<LoanState> next)
    {
        state.Leases += (byte)(rules.CountsLeases ? 1 : 0);
        LoanState refused = state;
        refused.Actors[actor].At = LoanStep.UncountLease;
        next.Add(refused);
        state.Actors[actor].Leases++;
        End(ref state.Actors[actor]);
        next.Add(state);
    }

    private void Move(ref LoanState state, ref LoanActor self)
    {
        switch (self.At)
        {
            case LoanStep.LookAtRoot:
                self.At = self.Operation == LoanOperation.Derive ? LoanStep.ReadToAdd : LoanStep.LookEnded;
                EndUnless(state.IsRootOut || self.Views > 0, ref self);
                break;
            case LoanStep.ReadToAdd:
                Read(state.Views, rules.Added(state.Views), LoanStep.SwapToAdd, ref self);
                break;
            case LoanStep.SwapToAdd:
                SwapToAdd(ref state, ref self);
                break;
            case LoanStep.TakeRoot:
                self.At = self.Operation == LoanOperation.DisposeRoot ? LoanStep.EndLoan : LoanStep.ReadToDrop;
                EndUnless(state.IsRootOut, ref self);
                state.IsRootOut = false;
                break;
            case LoanStep.ReadToDrop:
                Read(state.Views, rules.Dropped(state.Views), LoanStep.SwapToDrop, ref self);
                break;
            case LoanStep.SwapToDrop:
                SwapToDrop(ref state, ref self);
                break;
            case LoanStep.EndLoan:
                self.At = LoanStep.ReturnHold;
                EndUnless(state.Views >= 0 || !rules.EndsOnce, ref self);
                state.Views = BufferExport.Dropped(1);
                break;
            case LoanStep.LookEnded:
                self.At = LoanStep.ReadToHold;
                EndUnless(state.Views >= 0, ref self);
                break;
            case LoanStep.ReadToHold:
                Read(state.Holders, rules.Held(state.Holders), LoanStep.SwapToHold, ref self);
                break;
            case LoanStep.SwapToHold:
                SwapToHold(ref state, ref self);
                break;
            default:
                LetGo(ref state, ref self);
                break;
        }
    }

    // The last steps of whoever returns a hold, and of the finalizer.
    private void LetGo(ref LoanState state, ref LoanActor self)
    {
        switch (self.At)
        {
            case LoanStep.UncountLease:
                state.Leases -= (byte)(rules.CountsLeases ? 1 : 0);
                self.At = LoanStep.ReturnHold;
                break;
            case LoanStep.ReturnHold:
                state.Holders--;
                self.At = LoanStep.GiveBack;
                state.IsSuppressed |= state.Holders == 0;
                EndUnless(state.Holders == 0, ref self);
                break;
            case LoanStep.LookForLeases:
                state.IsKept = state.Leases > 0;
                state.IsFinalized = !state.IsKept;
                self.At = LoanStep.GiveBack;
                EndUnless(state.IsFinalized, ref self);
                break;
            case LoanStep.GiveBack:
                self.At = LoanStep.Tell;
                EndUnless(!state.IsGivenBack || !rules.GivesBackOnce, ref self);
                state.IsGivenBack = true;
                break;
            default:
                state.Told++;
                End(ref self);
                break;
        }
    }

    private static void Read(int value, int next, LoanStep step, ref LoanActor self)
    {
        self.Seen = value;
        self.At = step;
        EndUnless(next != value, ref self);
    }

    private void SwapToAdd(ref LoanState state, ref LoanActor self)
    {
        if (state.Views != self.Seen)
        {
            Read(state.Views, rules.Added(state.Views), self.At, ref self);
            return;
        }

        state.Wrong = state.WasEnded ? LoanWrong.ViewOfAnEndedLoan : state.Wrong;
        state.Views = rules.Added(self.Seen);
        self.Views++;
        End(ref self);
    }

    private void SwapToDrop(ref LoanState state, ref LoanActor self)
    {
        if (state.Views != self.Seen)
        {
            Read(state.Views, rules.Dropped(state.Views), self.At, ref self);
            return;
        }

        state.Views = rules.Dropped(self.Seen);
        self = self with { Seen = 0, At = LoanStep.ReturnHold };
        EndUnless(state.Views < 0, ref self);
    }

    private void SwapToHold(ref LoanState state, ref LoanActor self)
    {
        if (state.Holders != self.Seen && rules.HoldsBySwap)
        {
            Read(state.Holders, rules.Held(state.Holders), self.At, ref self);
            return;
        }

        state.Wrong = state.IsGivenBack ? LoanWrong.HeldWhenGone : state.Wrong;
        state.Holders = rules.Held(self.Seen);
        self = self with { Seen = 0, At = LoanStep.CountLease };
        if (self.Operation == LoanOperation.Share)
        {
            self.Shares++;
            End(ref self);
        }
    }

    private static void EndUnless(bool goesOn, ref LoanActor self)
    {
        if (!goesOn)
        {
            End(ref self);
        }
    }
}
