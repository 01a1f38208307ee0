using System;

namespace MemoryViews.Stress.Schedules;

// One step each, in the order in which MemoryBlock and StateWord take them. What happens under the block's lock is one step.
internal sealed partial class BlockMachine
{
    // False: the actor waits, and can not move in this state.
    private bool Move(ref BlockState state, ref BlockActor self)
    {
        switch (self.At)
        {
            case BlockStep.ReadToEnter or BlockStep.ReadToLeave or BlockStep.ReadToShut:
                Read(in state, ref self);
                break;
            case BlockStep.SwapToEnter:
                SwapToEnter(ref state, ref self);
                break;
            case BlockStep.Link:
                self.Leases++;
                End(ref self);
                break;
            case BlockStep.Touch:
                Touch(ref state, ref self);
                break;
            case BlockStep.Check:
                Check(ref state, ref self);
                break;
            case BlockStep.Unlink:
                self.At = BlockStep.ReadToLeave;
                break;
            case BlockStep.SwapToLeave:
                SwapToLeave(ref state, ref self);
                break;
            case BlockStep.SwapToShut:
                SwapToShut(ref state, ref self);
                break;
            case BlockStep.SwapToClose:
                SwapToClose(ref state, ref self);
                break;
            case BlockStep.GiveBack:
                GiveBack(ref state, ref self);
                break;
            case BlockStep.Tell:
                state.Told++;
                AfterClose(ref self);
                break;
            case BlockStep.Free:
                state.Memory = BlockMemory.Freed;
                self = new() { At = BlockStep.Gone };
                break;
            case BlockStep.Await:
                return Await(ref state, ref self);
            case BlockStep.Gone:
                return false;
            default:
                Look(ref state, ref self);
                break;
        }

        return true;
    }

    private static void End(ref BlockActor self) => self = new() { Left = self.Left, Leases = self.Leases };

    private void Read(in BlockState state, ref BlockActor self)
    {
        self.Seen = state.Word;
        switch (self.At)
        {
            case BlockStep.ReadToEnter:
                self.At = BlockStep.SwapToEnter;
                EndUnless(rules.Entered(self.Seen) != self.Seen, ref self);
                break;
            case BlockStep.ReadToLeave:
                self.At = BlockStep.SwapToLeave;
                break;
            default:
                self.At = BlockStep.SwapToShut;
                AfterCloseUnless(rules.Shut(self.Seen) != self.Seen, ref self);
                break;
        }
    }

    private void Look(ref BlockState state, ref BlockActor self)
    {
        switch (self.At)
        {
            case BlockStep.LookClosed:
                self.At = self.Operation switch
                {
                    BlockOperation.CloseFail => BlockStep.SwapToClose,
                    BlockOperation.CloseWait => BlockStep.LookForOwn,
                    _ => BlockStep.ReadToShut,
                };
                EndUnless(!StateWord.Ended(state.Word), ref self);
                break;
            case BlockStep.LookForOwn:
                self.At = BlockStep.ReadToShut;
                EndUnless(self.Leases == 0, ref self);
                break;
            case BlockStep.LookRefused:
                End(ref self);
                break;
            case BlockStep.LookForUsers:
                state.IsKept = rules.FinalizerLooks && StateWord.UsersOf(state.Word) > 0;
                self.At = BlockStep.ReadToShut;
                EndUnless(!state.IsKept, ref self);
                break;
            default:
                throw new InvalidOperationException($"no step {self.At}");
        }
    }

    private void SwapToEnter(ref BlockState state, ref BlockActor self)
    {
        if (state.Word != self.Seen && rules.EntersBySwap)
        {
            self.Seen = state.Word;
            EndUnless(rules.Entered(self.Seen) != self.Seen, ref self);
            return;
        }

        state.Wrong = state.Word < 0 ? BlockWrong.EnteredWhenShut : state.Wrong;
        state.Word = rules.Entered(self.Seen);
        self.Seen = 0;
        self.At = self.Operation == BlockOperation.Lease ? BlockStep.Link : BlockStep.Touch;
    }

    private void SwapToLeave(ref BlockState state, ref BlockActor self)
    {
        if (state.Word != self.Seen && rules.LeavesBySwap)
        {
            self.Seen = state.Word;
            return;
        }

        state.Word = rules.Left(self.Seen);
        if (StateWord.Ended(state.Word))
        {
            Finish(ref state, ref self);
        }
        else
        {
            End(ref self);
        }
    }

    private void SwapToShut(ref BlockState state, ref BlockActor self)
    {
        if (state.Word != self.Seen)
        {
            self.Seen = state.Word;
            AfterCloseUnless(rules.Shut(self.Seen) != self.Seen, ref self);
            return;
        }

        state.Word = rules.Shut(self.Seen);
        if (StateWord.Ended(state.Word))
        {
            Finish(ref state, ref self);
        }
        else
        {
            AfterClose(ref self);
        }
    }

    private void SwapToClose(ref BlockState state, ref BlockActor self)
    {
        if (state.Word != 0)
        {
            self.At = BlockStep.LookRefused;
            return;
        }

        state.Wrong = Inside(in state) > 0 ? BlockWrong.ClosedOverSomebody : state.Wrong;
        state.Word = rules.ShutEmpty(0);
        Finish(ref state, ref self);
    }

    // An item is touched first and the state checked after; whoever is inside may rely on the memory.
    private static void Touch(ref BlockState state, ref BlockActor self)
    {
        self.IsFresh = state.Memory == BlockMemory.Live;
        state.Wrong = state.Memory == BlockMemory.Freed ? BlockWrong.FreedMemoryTouched : state.Wrong;
        if (self.Operation == BlockOperation.Use)
        {
            state.Wrong = self.IsFresh ? state.Wrong : BlockWrong.ZerosInsideAnOperation;
            self = self with { At = BlockStep.ReadToLeave, IsFresh = false };
        }
        else if (self.Seen != 0)
        {
            GiveItem(ref state, ref self); // of the rules that check first
        }
        else
        {
            self.At = BlockStep.Check;
        }
    }

    private void Check(ref BlockState state, ref BlockActor self)
    {
        if (state.Word < 0)
        {
            End(ref self);
        }
        else if (rules.TouchesFirst)
        {
            GiveItem(ref state, ref self);
        }
        else
        {
            self = self with { At = BlockStep.Touch, Seen = 1 };
        }
    }

    private static void GiveItem(ref BlockState state, ref BlockActor self)
    {
        state.Wrong = self.IsFresh ? state.Wrong : BlockWrong.ZerosForAnItem;
        End(ref self);
    }

    private static void Finish(ref BlockState state, ref BlockActor self)
    {
        state.Finished++;
        self = self with { At = BlockStep.GiveBack, Seen = 0 };
    }

    private void GiveBack(ref BlockState state, ref BlockActor self)
    {
        state.Memory = rules.IsDirect && state.Memory == BlockMemory.Live ? BlockMemory.Zeros : BlockMemory.Freed;
        self.At = BlockStep.Tell;
    }

    private bool Await(ref BlockState state, ref BlockActor self)
    {
        if (rules.Waits && !StateWord.Ended(state.Word))
        {
            return false;
        }

        state.Wrong = Inside(in state) > 0 || !StateWord.Ended(state.Word) ? BlockWrong.WaitedTooShort : state.Wrong;
        End(ref self);
        return true;
    }

    private static void AfterClose(ref BlockActor self)
    {
        BlockStep step = self.Operation switch
        {
            BlockOperation.CloseWait => BlockStep.Await,
            BlockOperation.Finalize => BlockStep.Free,
            _ => BlockStep.Idle,
        };
        End(ref self, step);
    }

    private static void AfterCloseUnless(bool goesOn, ref BlockActor self)
    {
        if (!goesOn)
        {
            AfterClose(ref self);
        }
    }

    private static void EndUnless(bool goesOn, ref BlockActor self)
    {
        if (!goesOn)
        {
            End(ref self);
        }
    }

    private static void End(ref BlockActor self, BlockStep step)
    {
        if (step == BlockStep.Idle)
        {
            End(ref self);
        }
        else
        {
            self = self with { At = step, Seen = 0 };
        }
    }
}
