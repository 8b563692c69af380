using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Reading;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Help;

/// <summary><c>/ask</c>, as words or as a form: parses it, applies the rules and notifies the people who can help.</summary>
public sealed class AskCommand(
    SentenceParser parser,
    AskForHelpHandler askForHelp,
    AskNotifier notifier,
    IPeopleDirectory directory,
    IAccountStore accounts,
    Drafts drafts,
    HelpRules rules,
    TimeProvider clock)
{
    /// <summary>Handles the words after the command. Without any, it opens the form.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Command command, CancellationToken cancellationToken) =>
        command.Text.IsBlank
        ? await OpenFormAsync(context, "", cancellationToken)
        : await HandleAsync(
            context,
            new ParsedCommand(command.Name, await parser.ParseAsync(command.Text, context.Workspace, cancellationToken)),
            cancellationToken);

    /// <summary>Handles a parsed ask, from words or from a draft whose question was answered.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ParsedCommand command, CancellationToken cancellationToken)
    {
        var sentence = command.Sentence;
        if (sentence.Unclear is [var unclear, ..])
        {
            return new ChatReply.Answer(NameMessages.WhichOne(unclear, drafts.Keep(context.Sender, command), AskMessages.ChooseAction));
        }

        if (sentence.Receivers.Length > 1)
        {
            return new ChatReply.Answer(AskReplies.OneAtATime());
        }

        if (sentence.Receivers is [Receiver.Unknown nobody])
        {
            return new ChatReply.Answer(AskReplies.Unknown(nobody.Typed));
        }

        var ask = new AskForHelp
        {
            Workspace = context.Workspace,
            Asker = context.Sender,
            Target = Target(sentence),
            Text = sentence.Note,
            IsPublic = sentence.Visibility is Visibility.Public,
        };
        return await askForHelp.HandleAsync(ask, cancellationToken) switch
        {
            AskForHelpResult.Refused refused => new ChatReply.Answer(AskReplies.Refused(refused.Fault, refused.Name)),
            AskForHelpResult.Asked asked => await TellAsync(context, asked.Ask, cancellationToken),
            var other => throw new InvalidOperationException($"No answer to {other.GetType().Name}."),
        };
    }

    /// <summary>Handles the submitted form. Errors are shown on the fields.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Form form, CancellationToken cancellationToken)
    {
        var person = form.One(AskForm.PersonField) is { Length: > 0 } account
            ? await accounts.GetOrAddPersonAsync(context.Workspace, account, name: null, cancellationToken)
            : null;
        var ask = new AskForHelp
        {
            Workspace = context.Workspace,
            Asker = context.Sender,
            Target = person is null ? AskForm.Target(form) : new AskTarget.OfPerson(person.Id),
            Text = form.One(AskForm.TextField).Trim(),
            IsPublic = AskForm.IsPublic(form),
            NeededBy = AskForm.NeededBy(form),
        };
        return await askForHelp.HandleAsync(ask, cancellationToken) switch
        {
            AskForHelpResult.Refused refused => new ChatReply.FormErrors(AskReplies.FormErrors(refused.Fault, refused.Name)),
            AskForHelpResult.Asked asked => await TellAsync(context, asked.Ask, cancellationToken),
            var other => throw new InvalidOperationException($"No answer to {other.GetType().Name}."),
        };
    }

    /// <summary>Opens the form, with the text of an earlier ask or empty.</summary>
    public async Task<ChatReply> OpenFormAsync(ChatContext context, string text, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), rules.ZoneOf(context.Sender)).DateTime);
        return new ChatReply.OpenForm(AskForm.ToAsk(await directory.AllDepartmentsAsync(cancellationToken), today, text));
    }

    private async Task<ChatReply> TellAsync(ChatContext context, AskDetails details, CancellationToken cancellationToken)
    {
        var (channel, told) = await notifier.NotifyAsync(context.Workspace, details, cancellationToken);
        return new ChatReply.Answer(AskMessages.Asked(details, channel, told));
    }

    private static AskTarget Target(ParsedSentence sentence) => sentence switch
    {
        { Receivers: [Receiver.Person person] } => new AskTarget.OfPerson(person.Id),
        { Receivers: [Receiver.Department department] } => new AskTarget.OfDepartment(department.Id),
        { Values: [var topic, ..] } => new AskTarget.OnTopic(topic),
        _ => new AskTarget.Anybody(),
    };
}
