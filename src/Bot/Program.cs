using RelateBot.Bot.Hosting;

await using var app = RelateBotHost.Build(args);
await app.RunAsync();
return 0;
