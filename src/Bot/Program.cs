using RelateBot.Bot.Cli;

return await CommandLine.RunAsync(args);
