using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Tests.Exchanges;

public sealed class SecondThanksTests
{
    private readonly Colleagues colleagues = new();

    [Fact]
    public async Task A_colleague_seconds_a_public_act_and_all_seconders_are_told_in_order()
    {
        var act = await MarkThanksSueAsync(Visibility.Public);
        var ana = colleagues.Person("Ana");
        await SecondAsync(act, colleagues.Raj);

        var seconded = Assert.IsType<SecondThanksResult.Seconded>(await SecondAsync(act, ana));

        Assert.Equal([colleagues.Raj.Id, ana.Id], seconded.SeconderIds.ToArray());
    }

    [Fact]
    public async Task Seconding_twice_counts_once()
    {
        var act = await MarkThanksSueAsync(Visibility.Public);
        await SecondAsync(act, colleagues.Raj);

        Assert.IsType<SecondThanksResult.Already>(await SecondAsync(act, colleagues.Raj));
        Assert.Single(colleagues.Secondings);
    }

    [Fact]
    public async Task The_giver_cannot_second_their_own_act() =>
        Assert.IsType<SecondThanksResult.OwnAct>(await SecondAsync(await MarkThanksSueAsync(Visibility.Public), colleagues.Mark));

    [Fact]
    public async Task The_receiver_cannot_second_what_they_received() =>
        Assert.IsType<SecondThanksResult.OwnThanks>(await SecondAsync(await MarkThanksSueAsync(Visibility.Public), colleagues.Sue));

    [Fact]
    public async Task A_private_act_cannot_be_seconded() =>
        Assert.IsType<SecondThanksResult.Gone>(await SecondAsync(await MarkThanksSueAsync(Visibility.Private), colleagues.Raj));

    [Fact]
    public async Task An_act_that_was_taken_back_cannot_be_seconded()
    {
        var act = await MarkThanksSueAsync(Visibility.Public);
        await new UndoThanksHandler(colleagues.Ledger.Object, colleagues.Clock).HandleAsync(
            new UndoThanks(act, colleagues.Mark.Id),
            CancellationToken.None);

        Assert.IsType<SecondThanksResult.Gone>(await SecondAsync(act, colleagues.Raj));
    }

    private async Task<Guid> MarkThanksSueAsync(Visibility visibility) =>
        ((GiveThanksResult.Given)await colleagues.MarkThanks(
            command => command with { Visibility = visibility },
            new Receiver.Person(colleagues.Sue.Id))).Act.Id;

    private Task<SecondThanksResult> SecondAsync(Guid act, Person person) =>
        new SecondThanksHandler(colleagues.Acts, colleagues.Ledger.Object, colleagues.Clock).HandleAsync(
            new SecondThanks(act, person.Id),
            CancellationToken.None);
}
