using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Help;
using RelateBot.Bot.Reading;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Thanks;

/// <summary>
/// <c>/thanks</c> and <c>/kudos</c>, as words or as a form: parses them, applies the rules and notifies everyone involved.
/// </summary>
public sealed class ThanksCommand(
    SentenceParser parser,
    GiveThanksHandler giveThanks,
    ThanksNotifier notifier,
    AskThanksHandler askThanks,
    IPeopleDirectory directory,
    IAccountStore accounts,
    Drafts drafts)
{
    public const string ThanksName = "thanks";
    public const string KudosName = "kudos";

    /// <summary>Handles the words after the command. Without any, it opens the form.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Command command, CancellationToken cancellationToken) =>
        command.Text.IsBlank
        ? await OpenFormAsync(ThanksDraft.KindOf(command.Name), cancellationToken)
        : await HandleAsync(
            context,
            new ParsedCommand(command.Name, await parser.ParseAsync(command.Text, context.Workspace, cancellationToken)),
            othersOnly: false,
            cancellationToken);

    /// <summary>Handles the submitted form. Errors are shown on the fields.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Form form, CancellationToken cancellationToken)
    {
        List<Receiver> people = [];
        foreach (var account in form.All(ThanksForm.PeopleField))
        {
            people.Add(new Receiver.Person(
                (await accounts.GetOrAddPersonAsync(context.Workspace, account, name: null, cancellationToken)).Id));
        }

        var draft = ThanksForm.Read(form, people);
        return await GiveAsync(context, draft, othersOnly: false, cancellationToken) switch
        {
            GiveThanksResult.Refused refused => new ChatReply.FormErrors(ThanksMessages.FormErrors(refused.Faults)),
            GiveThanksResult.Given given => await TellAsync(context, given.Act, draft.AskId, cancellationToken),
            var other => throw new InvalidOperationException($"No answer to {other.GetType().Name}."),
        };
    }

    /// <summary>Handles parsed thanks, from words or from a draft whose question was answered.</summary>
    public async Task<ChatReply> HandleAsync(
        ChatContext context,
        ParsedCommand command,
        bool othersOnly,
        CancellationToken cancellationToken)
    {
        if (command.Sentence.Unclear is [var unclear, ..])
        {
            return new ChatReply.Answer(NameMessages.WhichOne(unclear, drafts.Keep(context.Sender, command), ThanksMessages.ChooseAction));
        }

        var draft = ThanksDraft.Of(command);
        return await GiveAsync(context, draft, othersOnly, cancellationToken) switch
        {
            GiveThanksResult.Refused refused => new ChatReply.Answer(
                ThanksMessages.Refused(draft.Kind, refused.Faults,
                    refused.OthersCanBeThanked ? drafts.Keep(context.Sender, command) : null)),
            GiveThanksResult.Given given => await TellAsync(context, given.Act, askId: null, cancellationToken),
            var other => throw new InvalidOperationException($"No answer to {other.GetType().Name}."),
        };
    }

    /// <summary>Opens the empty form.</summary>
    public async Task<ChatReply> OpenFormAsync(ExchangeKind kind, CancellationToken cancellationToken) =>
        new ChatReply.OpenForm(ThanksForm.ToGive(kind, await directory.AllDepartmentsAsync(cancellationToken)));

    /// <summary>Opens the form to thank someone for a message, or says why its author can't be thanked.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatPost post, CancellationToken cancellationToken)
    {
        var author = post.AuthorId is { } id
            ? await accounts.GetOrAddPersonAsync(context.Workspace, id, name: null, cancellationToken)
            : null;
        return author switch
        {
            null or { Kind: PersonKind.Bot } => new ChatReply.Answer(ThanksMessages.ForAProgramsMessage()),
            _ when post.IsFromProgram => new ChatReply.Answer(ThanksMessages.ForAProgramsMessage()),
            _ when post.IsFromStranger => new ChatReply.Answer(ThanksMessages.ForAStrangersMessage()),
            _ when author.Id == context.Sender.Id => new ChatReply.Answer(ThanksMessages.ForYourOwnMessage()),
            _ =>
                new ChatReply.OpenForm(
                    ThanksForm.ToGive(ExchangeKind.Thanks, await directory.AllDepartmentsAsync(cancellationToken), post)),
        };
    }

    private Task<GiveThanksResult> GiveAsync(ChatContext context, ThanksDraft draft, bool othersOnly,
        CancellationToken cancellationToken) => giveThanks.HandleAsync(
        new GiveThanks
        {
            Kind = draft.Kind,
            GiverId = context.Sender.Id,
            Receivers = draft.Receivers,
            Note = draft.Note,
            Values = draft.Values,
            Visibility = draft.Visibility,
            Link = draft.Link,
            Source = context.Workspace.Platform,
            OthersOnly = othersOnly,
        },
        cancellationToken);

    private async Task<ChatReply> TellAsync(ChatContext context, Act act, Guid? askId, CancellationToken cancellationToken)
    {
        if (askId is { } id)
        {
            await askThanks.MarkThankedAsync(id, act, cancellationToken);
        }

        return new ChatReply.Answer(ThanksMessages.Given(act, await notifier.NotifyAsync(context.Workspace, act, cancellationToken)));
    }
}
