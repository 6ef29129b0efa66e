using NodaTime;

namespace LoginVerification.Tests;

/// <summary>Numbers that were texted are remembered after they are gone, and so is who said STOP.</summary>
public sealed class FormerNumbersTests
{
    private static readonly PhoneNumber Israeli = Given.Israeli.Number;
    private static readonly PhoneNumber American = Given.American.Number;

    [Theory]
    [InlineData(LifecycleTrigger.PendingCancelled)]
    [InlineData(LifecycleTrigger.PendingLapsed)]
    [InlineData(LifecycleTrigger.PhoneSubmitted)]
    public void A_pending_number_that_is_given_up_was_texted(LifecycleTrigger trigger) =>
        Assert.Equal([new FormerNumber(Israeli, WasVerified: false)], Evolution.Apply(Given.PhonePending, EventSamples.Event(trigger, Given.PhonePending)).FormerNumbers);

    [Fact]
    public void A_verified_number_that_is_replaced_or_removed_was_verified()
    {
        var replacing = Given.PhoneVerified.With(Given.Pending(Given.Israeli));

        Assert.Equal([new FormerNumber(American, WasVerified: true)], Evolution.Apply(replacing, EventSamples.Event(LifecycleTrigger.PhoneReplaced, replacing)).FormerNumbers);
        Assert.Equal([new FormerNumber(American, WasVerified: true)], Evolution.Apply(Given.PhoneVerified, EventSamples.Event(LifecycleTrigger.PhoneRemoved, Given.PhoneVerified)).FormerNumbers);
    }

    [Fact]
    public void A_number_that_was_verified_once_stays_one_that_was_however_it_is_given_up_later()
    {
        var again = Given.PhonePending with { FormerNumbers = [new FormerNumber(Israeli, WasVerified: true), new FormerNumber(American, WasVerified: false)] };

        var after = Evolution.Apply(again, EventSamples.Event(LifecycleTrigger.PendingCancelled, again));

        Assert.Equal([new FormerNumber(American, WasVerified: false), new FormerNumber(Israeli, WasVerified: true)], after.FormerNumbers);
    }

    [Fact]
    public void The_newest_hundred_are_kept()
    {
        var full = Given.PhonePending with { FormerNumbers = [.. Numbers(100).Select(number => new FormerNumber(number, WasVerified: false))] };

        var after = Evolution.Apply(full, EventSamples.Event(LifecycleTrigger.PendingCancelled, full));

        Assert.Equal([.. full.FormerNumbers.Skip(1), new FormerNumber(Israeli, WasVerified: false)], after.FormerNumbers);
        Assert.Equal(100, Enrolment.MaxFormerNumbers);
    }

    [Fact]
    public void Of_the_numbers_that_said_STOP_the_newest_hundred_are_kept_and_those_that_are_held()
    {
        var enrolment = Given.VerificationEnabled.With(Given.Pending(Given.Israeli)) with { FormerNumbers = [.. Numbers(100).Select(number => new FormerNumber(number, WasVerified: false))] };
        PhoneNumber[] said = [American, Israeli, .. Numbers(100)];

        enrolment = said.Aggregate(enrolment, (before, number) => Evolution.Apply(before, new DeliveryOptedOut(number) { Origin = EventSamples.By(Initiator.Carrier) }));

        Assert.Equal([American, Israeli, .. Numbers(100).Skip(2)], enrolment.OptedOut.Select(optOut => optOut.Number));
        Assert.Equal(100, Enrolment.MaxOptedOut);
    }

    [Fact]
    public void A_second_STOP_takes_the_place_of_the_first_one()
    {
        var before = Given.PhonePending with { OptedOut = [new OptOut(Israeli, Given.Now - Duration.FromHours(2)), new OptOut(American, Given.Now)] };

        var after = Evolution.Apply(before, new DeliveryOptedOut(Israeli) { Origin = EventSamples.By(Initiator.Carrier) });

        Assert.Equal([new OptOut(American, Given.Now), new OptOut(Israeli, Given.Now)], after.OptedOut);
    }

    private static IEnumerable<PhoneNumber> Numbers(int count) => Enumerable.Range(0, count).Select(i => PhoneNumber.Parse($"+4479111200{i:00}"));
}
