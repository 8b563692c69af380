using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Moq;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Outbox;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Bot.Reading;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence;
using RelateBot.Infrastructure.Persistence.Database;
using RelateBot.Infrastructure.Persistence.Drafts;

namespace RelateBot.Bot.Tests.Features.Thanks;

public sealed class ThanksCommandTests : IDisposable
{
    private readonly Office office = new();
    private readonly Mock<ILedger> ledger = new(MockBehavior.Strict);
    private readonly List<Exchange> entries = [];
    private readonly RelateDbContext context = NewContext();

    public ThanksCommandTests()
    {
        ledger.Setup(port => port.CountByAsync(office.Mark.Id, It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>())).ReturnsAsync(0);
        ledger.Setup(port => port.Record(It.IsAny<Exchange>())).Callback((Exchange entry) => entries.Add(entry));
        office.Accounts
            .Setup(port =>
                port.GetOrAddPersonAsync(office.Workspace, It.IsAny<string>(), It.IsAny<string?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Workspace _, string account, string? _, CancellationToken _) =>
                office.People.Single(person => Office.AccountOf(person.Id) == account));
    }

    private List<OutboxMessage> Outbox => [.. context.Outbox.Local];

    [Theory]
    [InlineData(ThanksCommand.ThanksName, "", ExchangeKind.Thanks)]
    [InlineData(ThanksCommand.KudosName, "  ", ExchangeKind.Kudos)]
    public async Task Without_words_the_form_of_the_command_opens(string name, string text, ExchangeKind kind)
    {
        var reply = await Thanks().HandleAsync(office.As(office.Mark), Office.Command(name, text), default);

        var form = Assert.IsType<ChatReply.OpenForm>(reply).Form;
        Assert.Equal(ThanksForm.ToGive(kind, office.Departments).Title, form.Title);
        Assert.Equal(kind.ToString(), form.State);
    }

    [Fact]
    public async Task A_name_that_could_be_two_is_asked_about_and_the_words_are_kept()
    {
        var answer = Assert.IsType<ChatReply.Answer>(await ThankAsync("@s for the quick help"));

        var draft = Assert.Single(context.Drafts.Local);
        Assert.Equal(office.Mark.Id, draft.PersonId);
        var buttons = Office.ButtonsOf(answer.Message.Blocks).ToList();
        Assert.All(buttons, button => Assert.Equal(ThanksMessages.ChooseAction, button.Action));
        Assert.Equal([$"{draft.Id:N}:0", $"{draft.Id:N}:1"], buttons.Select(button => button.Value));
        NothingIsGiven();
    }

    [Fact]
    public async Task Each_refusal_has_its_own_text_and_nothing_is_given()
    {
        Assert.Equal(Refusal(new ThanksFault.NobodyNamed()), Office.Said(await ThankAsync("for the quick help")));
        Assert.Equal(Refusal(new ThanksFault.OnlyGiverNamed()), Office.Said(await ThankAsync("@mark for the quick help")));
        Assert.Equal(Refusal(new ThanksFault.UnknownName("zoe")), Office.Said(await ThankAsync("@zoe for the quick help")));
        office.Raj.IsActive = false;
        Assert.Equal(Refusal(new ThanksFault.LeaverNamed("Raj Patel")), Office.Said(await ThankAsync("@raj for the quick help")));
        NothingIsGiven();
    }

    [Fact]
    public async Task When_one_of_two_is_refused_a_button_offers_to_thank_the_other()
    {
        var answer = Assert.IsType<ChatReply.Answer>(await ThankAsync("@zoe @sue for the quick help"));

        var button = Assert.Single(Office.ButtonsOf(answer.Message.Blocks));
        var draft = Assert.Single(context.Drafts.Local);
        Assert.Equal((ThanksMessages.OthersAction, draft.Id.ToString("N")), (button.Action, button.Value));
        NothingIsGiven();
    }

    [Fact]
    public async Task Public_thanks_are_recorded_sent_to_the_receiver_and_posted_and_can_be_undone()
    {
        var answer = Assert.IsType<ChatReply.Answer>(await ThankAsync("@sue for the quick help"));

        var entry = Assert.Single(entries);
        Assert.Equal(
            (office.Mark.Id, office.Sue.Id, "the quick help", Visibility.Public),
            (entry.FromPersonId, entry.ToPersonId!.Value, entry.Note, entry.Visibility));
        var button = Assert.Single(Office.ButtonsOf(answer.Message.Blocks));
        Assert.Equal((ThanksMessages.UndoAction, entry.ActId.ToString("N")), (button.Action, button.Value));
        Assert.Equal(2, Outbox.Count);
        Assert.All(Outbox, message => Assert.Equal(entry.ActId, message.ActId));
        Assert.Equal(office.Sue.Id, Assert.Single(Outbox, message => message.Purpose == ThanksNotifier.Received).PersonId);
        Assert.Contains(
            "#kudos",
            Assert.Single(Outbox, message => message.Purpose == ThanksNotifier.Posted).Destination,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Private_thanks_are_sent_to_the_receiver_and_not_posted()
    {
        await ThankAsync("--private @sue for the quick help");

        Assert.Equal(Visibility.Private, Assert.Single(entries).Visibility);
        Assert.Equal(ThanksNotifier.Received, Assert.Single(Outbox).Purpose);
    }

    [Fact]
    public async Task A_form_is_refused_on_its_fields_and_an_accepted_one_is_given()
    {
        var refused = await Thanks().HandleAsync(office.As(office.Mark), Form(), default);
        Assert.Equal(ThanksForm.PeopleField, Assert.Single(Assert.IsType<ChatReply.FormErrors>(refused).Errors).Key);
        NothingIsGiven();

        await Thanks().HandleAsync(office.As(office.Mark), Form(Office.AccountOf(office.Sue.Id)), default);
        Assert.Equal(office.Sue.Id, Assert.Single(entries).ToPersonId);
    }

    [Fact]
    public async Task Only_a_colleagues_message_opens_the_form_with_its_author()
    {
        Assert.Equal(ThanksMessages.ForYourOwnMessage().Summary, Office.Said(await ThankForAsync(PostOf(office.Mark))));
        Assert.Equal(ThanksMessages.ForAProgramsMessage().Summary, Office.Said(await ThankForAsync(new ChatPost())));
        Assert.Equal(
            ThanksMessages.ForAStrangersMessage().Summary,
            Office.Said(await ThankForAsync(PostOf(office.Raj) with { IsFromStranger = true })));

        var form = Assert.IsType<ChatReply.OpenForm>(await ThankForAsync(PostOf(office.Sue))).Form;
        Assert.Equal(Office.AccountOf(office.Sue.Id), Assert.Single(Assert.Single(form.Fields.OfType<ChatField.People>()).Initial));
    }

    public void Dispose() => context.Dispose();

    private static ChatPost PostOf(Person author) => new() { AuthorId = Office.AccountOf(author.Id) };

    private static string Refusal(ThanksFault fault) => ThanksMessages.Refused(ExchangeKind.Thanks, [fault], draftId: null).Summary;

    private static ChatInput.Form Form(params string[] accounts) => new(
        ThanksForm.Give,
        nameof(ExchangeKind.Thanks),
        ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(ThanksForm.PeopleField, [.. accounts]));

    /// <summary>Collects what would be saved. No connection is opened.</summary>
    private static RelateDbContext NewContext()
    {
        var options = new DbContextOptionsBuilder<RelateDbContext>();
        options.UseStore(DatabaseProvider.Sqlite, "");
        return new RelateDbContext(options.Options);
    }

    private void NothingIsGiven()
    {
        Assert.Empty(entries);
        Assert.Empty(Outbox);
    }

    private Task<ChatReply> ThankAsync(string text) =>
        Thanks().HandleAsync(office.As(office.Mark), Office.Command(ThanksCommand.ThanksName, text), default);

    private Task<ChatReply> ThankForAsync(ChatPost post) => Thanks().HandleAsync(office.As(office.Mark), post, default);

    /// <summary>None of these thanks are for an ask, so their handler is null.</summary>
    private ThanksCommand Thanks()
    {
        var outbox = new OutboxStore(context);
        return new ThanksCommand(
            office.Parser,
            new GiveThanksHandler(office.Directory.Object, ledger.Object, office.Time),
            new ThanksNotifier(
                new OutboxWriter(outbox, office.Accounts.Object, office.Time), outbox, Options.Create(new OrganisationOptions())),
            askThanks: null!,
            office.Directory.Object,
            office.Accounts.Object,
            new Drafts(new DraftStore(context), office.Time));
    }
}
