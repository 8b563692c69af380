using RelateBot.Bot.Features.Balances;
using RelateBot.Bot.Features.Departments;
using RelateBot.Bot.Features.Digests;
using RelateBot.Bot.Features.Directory;
using RelateBot.Bot.Features.Focus;
using RelateBot.Bot.Features.Guide;
using RelateBot.Bot.Features.Help;
using RelateBot.Bot.Features.Home;
using RelateBot.Bot.Features.Introductions;
using RelateBot.Bot.Features.Prompts;
using RelateBot.Bot.Features.Pairing;
using RelateBot.Bot.Features.Thanks;
using RelateBot.Bot.Features.Ties;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Deliveries;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Chat;

/// <summary>One request in its scope: the delivery is claimed, the right feature runs, everything commits together.</summary>
public sealed class RequestHandling(
    Inbox inbox,
    IAccounts accounts,
    Outbound outbound,
    UnitOfWork unitOfWork,
    SealedWords sealedWords,
    ThanksCommand thanks,
    ThanksActions thanksActions,
    ThanksReactions thanksReactions,
    AskCommand ask,
    AskActions askActions,
    HelpedCommand helped,
    DepartmentCommand department,
    OfferCommand offer,
    HelpSearch helpSearch,
    WithCommand with,
    PromptCommand prompts,
    PromptActions promptActions,
    DepartmentBalances departmentBalances,
    MeCommand me,
    IntroCommand intro,
    FiveCommand five,
    FiveActions fiveActions,
    DigestCommand digest,
    DashboardCommand dashboard,
    CoffeeCommand coffee,
    HomeCommand home,
    AdminCommand admin,
    GuideCommand guide)
{
    /// <summary>
    /// Carries the request out, or does nothing when it was carried out before. At first nobody looks whether it was: the commit of a
    /// repeat fails as a conflict, and the second run looks.
    /// </summary>
    public async Task<ChatReply> RunAsync(ChatRequest request, bool isSecondRun, CancellationToken cancellationToken)
    {
        await unitOfWork.BeginReadingAsync(cancellationToken);
        if (!isSecondRun)
        {
            inbox.Claim(request.Workspace, request.DeliveryKeys);
        }
        else if (!await inbox.TryClaimAsync(request.Workspace, request.DeliveryKeys, cancellationToken))
        {
            return new ChatReply.Nothing();
        }

        if (request.Sender.IsStranger)
        {
            return await CommitAsync(request, request.Input is ChatInput.Reaction ? new ChatReply.Nothing() : guide.Stranger(), cancellationToken);
        }

        await accounts.MeetAsync(request.Workspace, [request.Sender.ExternalId, .. request.Input.Mentioned()], cancellationToken);
        var sender = await accounts.PersonAsync(request.Workspace, request.Sender.ExternalId, request.Sender.Name, cancellationToken);
        var reply = await RouteAsync(new ChatContext(request.Workspace, sender), request.Input, cancellationToken);
        return await CommitAsync(request, reply, cancellationToken);
    }

    /// <summary>Says that something went wrong, with the id that the log has.</summary>
    public Task<ChatReply> ApologiseAsync(ChatRequest request, string errorId, CancellationToken cancellationToken) => CommitAsync(
        request,
        new ChatReply.Answer(ChatMessage.Of(ChatText.Of(
            $"Something went wrong on my side and nothing was recorded. Please try again; if it happens again, tell your administrator error {errorId}."))),
        cancellationToken);

    private Task<ChatReply> RouteAsync(ChatContext context, ChatInput input, CancellationToken cancellationToken) => input switch
    {
        ChatInput.Message message => Sentence.ToCommand(message.Text) is { Name.Length: > 0 } command
            ? RouteAsync(context, command, cancellationToken)
            : Task.FromResult(guide.HintNow(context)),
        ChatInput.Installed installed => Task.FromResult(guide.Welcome(installed)),
        ChatInput.Command { Name: "thanks" or "kudos" } command => thanks.HandleAsync(context, command, cancellationToken),
        ChatInput.Action { Name: var name } action when name.StartsWith("thanks.", StringComparison.Ordinal) =>
            thanksActions.HandleAsync(context, action, cancellationToken),
        ChatInput.Form { Name: ThanksForm.Give } form => thanks.HandleAsync(context, form, cancellationToken),
        ChatInput.Form { Name: ThanksForm.SayBack } form => thanksActions.HandleAsync(context, form, cancellationToken),
        ChatInput.Action { Name: "guide.privacy" } => Task.FromResult(guide.Privacy()),
        ChatInput.Command { Name: "ask" } command => ask.HandleAsync(context, command, cancellationToken),
        ChatInput.Action { Name: var name } action when name.StartsWith("ask.", StringComparison.Ordinal) => askActions.HandleAsync(context, action, cancellationToken),
        ChatInput.Form { Name: AskForm.Ask } form => ask.HandleAsync(context, form, cancellationToken),
        ChatInput.Form { Name: AskForm.Suggest } form => askActions.HandleAsync(context, form, cancellationToken),
        ChatInput.Command { Name: "helped" } command => helped.HandleAsync(context, command, cancellationToken),
        ChatInput.Action { Name: var name } action when name.StartsWith("helped.", StringComparison.Ordinal) => helped.HandleAsync(context, action, cancellationToken),
        ChatInput.Shortcut { Name: ThanksForm.ForMessage } shortcut => thanks.HandleAsync(context, shortcut.Post, cancellationToken),
        ChatInput.Reaction reaction => thanksReactions.HandleAsync(context, reaction, cancellationToken),
        ChatInput.Approval approval => thanksActions.HandleAsync(context, approval, cancellationToken),
        ChatInput.Search search => helpSearch.FindAsync(search, cancellationToken),
        ChatInput.Home => home.OpenAsync(context, cancellationToken),
        ChatInput.Action { Name: HomeMessages.TurnAction } action => home.TurnAsync(context, action, cancellationToken),
        ChatInput.Command { Name: "relate" } command => RouteAsync(context, Sentence.ToSubcommand(command), cancellationToken),
        ChatInput.Command { Name: "relate department" } command => department.HandleAsync(context, command, cancellationToken),
        ChatInput.Action { Name: DepartmentMessages.BalanceAction } action => departmentBalances.HandleAsync(context, action, cancellationToken),
        ChatInput.Action { Name: var name } action when name.StartsWith("department.", StringComparison.Ordinal) => department.HandleAsync(context, action, cancellationToken),
        ChatInput.Form { Name: DepartmentForm.Edit } form => department.HandleAsync(context, form, cancellationToken),
        ChatInput.Command { Name: "relate offer" } command => offer.OfferAsync(context, command, cancellationToken),
        ChatInput.Action { Name: OfferMessages.TakeBackAction } action => offer.TakeBackAsync(context, action, cancellationToken),
        ChatInput.Command { Name: "relate who" } command => offer.WhoAsync(context, command, cancellationToken),
        ChatInput.Command { Name: "relate with" } command => with.HandleAsync(context, command, cancellationToken),
        ChatInput.Action { Name: BalanceMessages.ThankAction } action => with.ThankAsync(context, action, cancellationToken),
        ChatInput.Command { Name: "relate prompts" } command => prompts.HandleAsync(context, command, cancellationToken),
        ChatInput.Form { Name: PromptForm.Settings } form => prompts.HandleAsync(context, form, cancellationToken),
        ChatInput.Form { Name: PromptForm.Snooze } form => promptActions.HandleAsync(context, form, cancellationToken),
        ChatInput.Action { Name: PromptMessages.DoAction } action => AnswerAsync(context, action, cancellationToken),
        ChatInput.Action { Name: PromptSettingsMessages.FormAction or PromptSettingsMessages.OnAction or PromptSettingsMessages.ResumeAction } action =>
            prompts.HandleAsync(context, action, cancellationToken),
        ChatInput.Action { Name: var name } action when name.StartsWith("prompt.", StringComparison.Ordinal) => promptActions.HandleAsync(context, action, cancellationToken),
        ChatInput.Command { Name: "relate me" } => me.HandleAsync(context, cancellationToken),
        ChatInput.Action { Name: TieMessages.ThankAction } action => me.ThankAsync(context, action, cancellationToken),
        ChatInput.Command { Name: "relate intro" } command => intro.HandleAsync(context, command, cancellationToken),
        ChatInput.Action { Name: IntroductionMessages.YesAction or IntroductionMessages.NoAction } action => intro.HandleAsync(context, action, cancellationToken),
        ChatInput.Command { Name: "relate five" } command => five.HandleAsync(context, command, cancellationToken),
        ChatInput.Action { Name: var name } action when name.StartsWith("five.", StringComparison.Ordinal) => fiveActions.HandleAsync(context, action, cancellationToken),
        ChatInput.Form { Name: FiveForm.Save } form => fiveActions.HandleAsync(context, form, cancellationToken),
        ChatInput.Command { Name: "relate digest" } command => digest.HandleAsync(context, command, cancellationToken),
        ChatInput.Action { Name: DigestButtons.ShowAction or DigestButtons.SubscribeAction } action => digest.HandleAsync(context, action, cancellationToken),
        ChatInput.Command { Name: "relate dashboard" } command => dashboard.HandleAsync(context, command, cancellationToken),
        ChatInput.Action { Name: DigestButtons.DashboardAction } action => dashboard.HandleAsync(context, action, cancellationToken),
        ChatInput.Command { Name: "relate unsung" } command => Task.FromResult(UnsungCommand.Handle(context, command)),
        ChatInput.Command { Name: "relate coffee" } command => coffee.HandleAsync(context, command, cancellationToken),
        ChatInput.Action { Name: var name } action when name.StartsWith("coffee.", StringComparison.Ordinal) => coffee.HandleAsync(context, action, cancellationToken),
        ChatInput.Command { Name: "relate admin" } command => admin.HandleAsync(context, command, cancellationToken),
        ChatInput.Command { Name: "help" or "relate " or "relate help" } or ChatInput.Action { Name: "guide.help" } => Task.FromResult(guide.Help(context.Workspace)),
        ChatInput.Command { Name: var name } when name.StartsWith("relate ", StringComparison.Ordinal) => Task.FromResult(guide.NoSuchTopic(name["relate ".Length..])),
        _ => Task.FromResult(guide.Hint()),
    };

    /// <summary>A tap on what a prompt offers: it counts as an answer, and the feature behind it goes on.</summary>
    private async Task<ChatReply> AnswerAsync(ChatContext context, ChatInput.Action action, CancellationToken cancellationToken) =>
        await RouteAsync(context, await promptActions.AnswerAsync(context, action, cancellationToken), cancellationToken);

    private async Task<ChatReply> CommitAsync(ChatRequest request, ChatReply reply, CancellationToken cancellationToken)
    {
        switch (reply)
        {
            case ChatReply.FormErrors:
                // Nothing happened, and the same form may come again with other answers.
                return reply;
            case ChatReply.Answer answer when request.ReplyAddress is { } address:
                outbound.ToReply(request.Workspace, address, answer);
                reply = new ChatReply.Nothing();
                break;
            case ChatReply.ShowHome shown:
                reply = shown with { Home = sealedWords.Open(shown.Home), Accounts = await accounts.HereAsync(request.Workspace, shown.Home.Mentioned(), cancellationToken) };
                break;
            case ChatReply.Answer answer:
                reply = answer with { Message = sealedWords.Open(answer.Message), Accounts = await accounts.HereAsync(request.Workspace, answer.Message.Mentioned(), cancellationToken) };
                break;
        }

        await unitOfWork.CommitAsync(cancellationToken);
        return reply;
    }
}
