using System.Collections.Immutable;
using RelateBot.Bot.Chat.Messages;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Reading;
using RelateBot.Domain.Exchanges;
using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Departments;

/// <summary>
/// <c>/relate department @it</c>: a department's page, and the form with which its head and delegates keep it up to date.
/// </summary>
public sealed class DepartmentCommand(
    SentenceParser parser,
    DepartmentPages pages,
    OfferCatalog offers,
    IAccountStore accounts,
    HelpRules rules,
    TimeProvider clock)
{
    /// <summary>Shows the page of the department named after the command; without a name, the sender's own department.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Command command, CancellationToken cancellationToken)
    {
        var sentence = await parser.ParseAsync(command.Text, context.Workspace, cancellationToken);
        var id = sentence switch
        {
            { Unclear.IsEmpty: true, Receivers: [Receiver.Department named] } => named.Id,
            { Unclear.IsEmpty: true, Receivers.IsEmpty: true, Note.Length: 0 } => context.Sender.DepartmentId,
            _ => null,
        };
        return new ChatReply.Answer(id is not null && await pages.FindAsync(id.Value, cancellationToken) is { } page
            ? Draw(page, context.Sender)
            : DepartmentMessages.WhichOne());
    }

    /// <summary>Handles <em>Edit</em> and <em>Still true</em>.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(action.Value, out var id) || await pages.FindAsync(id, cancellationToken) is not { } page)
        {
            return new ChatReply.Answer(DepartmentMessages.WhichOne());
        }

        if (!page.MayBeEditedBy(context.Sender))
        {
            return new ChatReply.Answer(DepartmentMessages.NotYours(page));
        }

        switch (action.Name)
        {
            case DepartmentMessages.EditAction:
                var here = (await accounts.GetWorkspaceAccountsAsync(
                    context.Workspace,
                    [.. page.Delegates.Select(person => person.Id)],
                    cancellationToken)).Values;
                return new ChatReply.OpenForm(DepartmentForm.ToEdit(
                    page,
                    page.IsLedBy(context.Sender),
                    here.Order(StringComparer.Ordinal).ToImmutableArray()));
            case DepartmentMessages.RenewAction:
                page.Department.SayHowToHelp(page.Department.HowToHelpLines, clock.GetUtcNow());
                return new ChatReply.Answer(Draw(page, context.Sender), ReplacesOriginal: true);
            default:
                return new ChatReply.Answer(DepartmentMessages.WhichOne());
        }
    }

    /// <summary>Handles the submitted form. If there are errors, they're shown on the fields and nothing is changed.</summary>
    public async Task<ChatReply> HandleAsync(ChatContext context, ChatInput.Form form, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(form.State, out var id) || await pages.FindAsync(id, cancellationToken) is not { } page)
        {
            return new ChatReply.Answer(DepartmentMessages.WhichOne());
        }

        if (!page.MayBeEditedBy(context.Sender))
        {
            return new ChatReply.Answer(DepartmentMessages.NotYours(page));
        }

        var lines = HowToHelp.Read(form.One(DepartmentForm.LinesField));
        var topics = SentenceParser.ReadValues(form.One(DepartmentForm.TopicsField));
        var channel = form.One(DepartmentForm.ChannelField).Trim();
        var errors = DepartmentMessages.FormErrors(HowToHelp.FaultIn(lines), topics.Length, channel);
        if (!errors.IsEmpty)
        {
            return new ChatReply.FormErrors(errors);
        }

        page.Department.SayHowToHelp(lines, clock.GetUtcNow());
        await offers.TryReplaceAsync(page.Department, topics, cancellationToken);
        if (page.IsLedBy(context.Sender))
        {
            page.Department.HelpChannel = channel.Length > 0 ? channel : null;
            await pages.DelegateAsync(page.Department, await DelegatesAsync(context, form, cancellationToken), cancellationToken);
        }

        return new ChatReply.Answer(Draw((await pages.FindAsync(id, cancellationToken))!, context.Sender));
    }

    private async Task<HashSet<Guid>> DelegatesAsync(ChatContext context, ChatInput.Form form, CancellationToken cancellationToken)
    {
        HashSet<Guid> chosen = [];
        foreach (var account in form.All(DepartmentForm.DelegatesField).Take(DepartmentPages.MostDelegates))
        {
            var person = await accounts.GetOrAddPersonAsync(context.Workspace, account, name: null, cancellationToken);
            if (person.CanReceive && person.Id != context.Sender.Id)
            {
                chosen.Add(person.Id);
            }
        }

        return chosen;
    }

    private ChatMessage Draw(DepartmentPage page, Person reader) => DepartmentMessages.Page(page, reader, rules.ZoneOf(reader));
}
