using Moq;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Departments;
using RelateBot.Domain.Help;

namespace RelateBot.Bot.Tests.Features.Departments;

public sealed class OfferCommandTests
{
    private readonly Office office = new();
    private readonly Mock<IOfferStore> port = new(MockBehavior.Strict);
    private readonly List<Offer> offers = [];

    public OfferCommandTests()
    {
        port.Setup(offered => offered.Add(It.IsAny<Offer>())).Callback((Offer offer) => offers.Add(offer));
        port.Setup(offered => offered.Remove(It.IsAny<Offer>())).Callback((Offer offer) => offers.Remove(offer));
        port.Setup(offered => offered.GetByOwnerAsync(It.IsAny<Guid>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Guid owner, CancellationToken _) => [.. offers.Where(offer => offer.OwnerId == owner)]);
    }

    private OfferCommand Offers => new(office.Parser, new OfferCatalog(port.Object, office.Directory.Object, office.Time), port.Object);

    private IEnumerable<string> Topics => offers.Select(offer => offer.Topic);

    [Fact]
    public async Task Each_topic_is_offered_once_in_the_senders_name()
    {
        await OfferAsync("#excel");
        var said = Office.Said(await OfferAsync("#excel #contracts"));

        Assert.Equal(["excel", "contracts"], Topics);
        Assert.All(offers, offer => Assert.Equal((office.Sue.Id, false), (offer.OwnerId, offer.IsDepartment)));
        Assert.Equal(OfferMessages.Offered(["excel", "contracts"]).Summary, said);
    }

    [Fact]
    public async Task More_than_the_most_are_refused_and_none_of_them_is_kept()
    {
        await OfferAsync(string.Join(' ', Enumerable.Range(1, Offer.MaxPerOwner - 1).Select(number => $"#topic{number}")));

        var said = Office.Said(await OfferAsync("#one #two"));

        Assert.Equal(OfferMessages.TooMany().Summary, said);
        Assert.Equal(Offer.MaxPerOwner - 1, offers.Count);
    }

    [Fact]
    public async Task Words_without_a_topic_are_asked_for_one()
    {
        Assert.Equal(OfferMessages.WhatDoYouOffer().Summary, Office.Said(await OfferAsync("help with spreadsheets")));
        Assert.Empty(offers);
    }

    [Fact]
    public async Task What_is_taken_back_is_gone_and_only_ones_own()
    {
        await OfferAsync("#excel");

        await Offers.TakeBackAsync(office.As(office.Raj), new ChatInput.Action("offer.back", "excel"), default);
        Assert.Single(offers);
        var reply = await Offers.TakeBackAsync(office.As(office.Sue), new ChatInput.Action("offer.back", "excel"), default);

        Assert.Empty(offers);
        Assert.Equal(OfferMessages.Yours([]).Summary, Office.Said(reply));
        Assert.True(Assert.IsType<ChatReply.Answer>(reply).ReplacesOriginal);
    }

    private Task<ChatReply> OfferAsync(string text) =>
        Offers.OfferAsync(office.As(office.Sue), Office.Command("relate offer", text), default);
}
